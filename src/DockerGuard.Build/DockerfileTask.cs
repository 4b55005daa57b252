using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Policy.Hadolint;
using DockerGuard.Rules;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>What the tasks over the project's Dockerfiles do alike: read each file and gather what is known around it.</summary>
public abstract class DockerfileTask : DockerGuardTask
{
    /// <summary>
    /// The files; metadata <c>Stage</c> names the stage that ships, <c>BuildArguments</c> holds <c>NAME=value;…</c>, <c>Context</c> is the folder the image
    /// is built in, relative to the Dockerfile; the project's folder when empty.
    /// </summary>
    public ITaskItem[] Dockerfiles { get; set; } = [];

    /// <summary>A configuration of hadolint named by the project, or <c>off</c>; the nearest one when empty: the property <c>DockerGuardHadolintConfig</c>.</summary>
    public string? HadolintConfig { get; set; }

    /// <summary>The environment variables hadolint reads, an item each with the metadata <c>Value</c>.</summary>
    public ITaskItem[] HadolintVariables { get; set; } = [];

    /// <summary>A request for each file that can be read; one that cannot is reported.</summary>
    private protected IEnumerable<LintRequest> ReadDockerfiles(Policy.Policy policy)
    {
        var hadolint = new HadolintStep(policy, Reporter, HadolintRequest);
        foreach (var item in Dockerfiles.GroupBy(item => item.GetMetadata("FullPath"), StringComparer.Ordinal).Select(group => group.Last()))
        {
            var path = item.GetMetadata("FullPath");
            if (DockerfileReader.Read(path, out var problem) is not { } dockerfile)
            {
                Reporter.Report(ToolDiagnostics.UnreadableDockerfile, Origin.StartOf(path), $"'{Path.GetFileName(path)}' {problem}");
                continue;
            }

            if (hadolint.SettingsIn(Path.GetDirectoryName(path)!) is not { } settings) continue;
            LintedFiles[path] = dockerfile;
            yield return new LintRequest(dockerfile, path, settings)
            {
                Project = Project,
                Mirrors = policy.Mirrors,
                Target = item.GetMetadata("Stage") is { Length: > 0 } stage ? stage : null,
                BuildArguments = Arguments(item.GetMetadata("BuildArguments")),
                IgnoreFile = IgnoreFileReader.Read(path, ContextOf(path, item.GetMetadata("Context"))),
            };
        }
    }

    /// <summary>Where the configuration for Dockerfiles of a folder is looked for; null when the project wants none.</summary>
    private HadolintRequest? HadolintRequest(string folder)
    {
        var name = HadolintConfig?.Trim() ?? "";
        if (name.Equals("off", StringComparison.OrdinalIgnoreCase) || name.Equals("false", StringComparison.OrdinalIgnoreCase)) return null;
        return new HadolintRequest
        {
            ProjectFile = ProjectFile,
            ProjectDirectory = Project.ProjectDirectory,
            DockerfileDirectory = folder,
            ExplicitPath = name.Length == 0 ? null : Absolute(name),
            Environment = HadolintVariables.ToDictionary(variable => variable.ItemSpec, variable => variable.GetMetadata("Value"), StringComparer.Ordinal),
        };
    }

    private string ContextOf(string dockerfile, string context) =>
        context.Length == 0 ? Project.ProjectDirectory : Absolute(Path.Combine(Path.GetDirectoryName(dockerfile) ?? "", context));

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
