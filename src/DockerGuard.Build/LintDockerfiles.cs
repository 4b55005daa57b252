using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Rules;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>Lints the project's Dockerfiles. It runs in every build and reports in every build: a finding does not go away by building twice.</summary>
[MSBuildMultiThreadableTask]
public sealed class LintDockerfiles : DockerGuardTask
{
    /// <summary>The files; metadata <c>Stage</c> names the stage that ships, <c>BuildArguments</c> holds <c>NAME=value;…</c>.</summary>
    public ITaskItem[] Dockerfiles { get; set; } = [];

    /// <summary>True when nothing was reported: only then may Visual Studio skip the next lint.</summary>
    [Output]
    public bool IsClean { get; set; }

    private protected override void Guard()
    {
        if (LoadPolicy() is not { } policy) return;
        var findings = new List<Diagnostic>();
        foreach (var item in Dockerfiles.GroupBy(item => item.GetMetadata("FullPath"), StringComparer.Ordinal).Select(group => group.Last()))
        {
            var path = item.GetMetadata("FullPath");
            if (DockerfileReader.Read(path, out var problem) is not { } dockerfile)
            {
                Reporter.Report(ToolDiagnostics.UnreadableDockerfile, Origin.StartOf(path), $"'{Path.GetFileName(path)}' {problem}");
                continue;
            }

            findings.AddRange(Linter.LintDockerfile(new LintRequest(dockerfile, path, policy.Settings)
            {
                Project = Project,
                Mirrors = policy.Mirrors,
                Target = item.GetMetadata("Stage") is { Length: > 0 } stage ? stage : null,
                BuildArguments = Arguments(item.GetMetadata("BuildArguments")),
            }));
        }

        // Once for all files: a waiver that has expired is one finding.
        Reporter.Report(policy.ApplyWaivers(findings, Day));
        IsClean = Reporter.Count == 0;
    }

    private static Dictionary<string, string> Arguments(string text)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0) arguments[pair.Substring(0, equals).Trim()] = pair.Substring(equals + 1).Trim();
        }

        return arguments;
    }
}
