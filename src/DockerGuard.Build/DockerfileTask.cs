using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DockerGuard.Checks;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

#pragma warning disable CA1001 // A cancellation without a timer holds nothing to dispose of, and MSBuild disposes no tasks.
/// <summary>What the tasks over the project's Dockerfiles do alike: read each file and gather what is known around it.</summary>
public abstract class DockerfileTask : DockerGuardTask, ICancelableTask
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>
    /// The files; metadata <c>Stage</c> names the stage that ships, <c>BuildArguments</c> holds <c>NAME=value;…</c>, <c>Context</c> is the folder the image
    /// is built in, relative to the Dockerfile; the project's folder when empty.
    /// </summary>
    public ITaskItem[] Dockerfiles { get; set; } = [];

    /// <summary>A ShellCheck by its path; <c>off</c> for none; the one on <see cref="SearchPath"/> when empty.</summary>
    public string? ShellCheckPath { get; set; }

    /// <summary>The environment's <c>PATH</c>.</summary>
    public string? SearchPath { get; set; }

    /// <summary>The folder for what exists only while the task runs; the system's when empty.</summary>
    public string? IntermediateFolder { get; set; }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>A configuration of hadolint named by the project, or <c>off</c>; the nearest one when empty: the property <c>DockerGuardHadolintConfig</c>.</summary>
    public string? HadolintConfig { get; set; }

    /// <summary>The environment variables hadolint reads, an item each with the metadata <c>Value</c>.</summary>
    public ITaskItem[] HadolintVariables { get; set; } = [];

    /// <summary>The files and all that the project says about them.</summary>
    private protected DockerfileCheckInput CheckInput => new()
    {
        Files = [.. Dockerfiles.Select(Read)],
        Project = Project,
        ProjectFile = ProjectFile,
        Policy = PolicyRequest,
        Warnings = Warnings,
        Hadolint = Hadolint,
        ForeignCheckers = FindShellCheck() is { } shellCheck ? [shellCheck] : [],
    };

    private HadolintInput? Hadolint
    {
        get
        {
            var name = HadolintConfig?.Trim() ?? "";
            if (IsOff(name)) return null;
            var variables = HadolintVariables
                .ToDictionary(variable => variable.ItemSpec, variable => variable.GetMetadata("Value"), StringComparer.Ordinal);
            return new HadolintInput(name.Length == 0 ? null : Absolute(name), variables);
        }
    }

    private DockerfileInput Read(ITaskItem item)
    {
        var path = item.GetMetadata("FullPath");
        return new DockerfileInput(path, ContextOf(path, item.GetMetadata("Context")))
        {
            Stage = item.GetMetadata("Stage") is { Length: > 0 } stage ? stage : null,
            BuildArguments = Arguments(item.GetMetadata("BuildArguments")),
        };
    }

    private string ContextOf(string dockerfile, string context) =>
        context.Length == 0 ? Project.ProjectDirectory : Absolute(Path.Combine(Path.GetDirectoryName(dockerfile) ?? "", context));

    /// <summary>The ShellCheck of the project or the machine; null when it is switched off.</summary>
    private ShellCheckProgram? FindShellCheck()
    {
        var path = (ShellCheckPath ?? "").Trim();
        if (IsOff(path)) return null;
        var program = path.Length == 0 ? ShellCheckProgram.Find(SearchPath) : Absolute(path);
        var folder = string.IsNullOrWhiteSpace(IntermediateFolder) ? Path.GetTempPath() : Absolute(IntermediateFolder!);
        var problem = path.Length == 0 ? null : $"there is no '{ShellCheckPath}', which DockerGuardShellCheckPath names";
        return new ShellCheckProgram(File.Exists(program) ? program : null, folder, _cancellation.Token, problem);
    }

    private static bool IsOff(string value) =>
        value.Equals("off", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase);

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
