using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles;
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
        // Reading needs no policy, and both wait mostly for code to be compiled: they go side by side.
        var reading = System.Threading.Tasks.Task.Run(ReadDockerfiles);
        var policy = LoadPolicy();
        var files = reading.GetAwaiter().GetResult();
        if (policy is null) return;

        var findings = new List<Diagnostic>();
        foreach (var file in files)
        {
            if (file.Dockerfile is null)
            {
                Reporter.Report(ToolDiagnostics.UnreadableDockerfile, Origin.StartOf(file.Path), $"'{Path.GetFileName(file.Path)}' {file.Problem}");
                continue;
            }

            findings.AddRange(Linter.LintDockerfile(new LintRequest(file.Dockerfile, file.Path, policy.Settings)
            {
                Project = Project,
                Mirrors = policy.Mirrors,
                Target = file.Item.GetMetadata("Stage") is { Length: > 0 } stage ? stage : null,
                BuildArguments = Arguments(file.Item.GetMetadata("BuildArguments")),
            }));
        }

        // Once for all files: a waiver that has expired is one finding.
        Reporter.Report(policy.ApplyWaivers(findings, Day));
        IsClean = Reporter.Count == 0;
    }

    /// <summary>Reads and parses every file once, however often it is listed, and the tables its lint will ask.</summary>
    private List<SourceFile> ReadDockerfiles()
    {
        var files = new List<SourceFile>();
        foreach (var item in Dockerfiles.GroupBy(item => item.GetMetadata("FullPath"), StringComparer.Ordinal).Select(group => group.Last()))
        {
            var path = item.GetMetadata("FullPath");
            files.Add(new SourceFile(item, path, DockerfileReader.Read(path, out var problem), problem));
        }

        if (files.Count > 0) _ = ImageCatalog.Default;
        return files;
    }

    private sealed record SourceFile(ITaskItem Item, string Path, Dockerfile? Dockerfile, string? Problem);

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
