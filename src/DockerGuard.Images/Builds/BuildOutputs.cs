using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Images.Builds;

/// <summary>Where the commands of a build write to.</summary>
/// <param name="defaultFolder">
/// The folder a command publishes to where it names none, from that of its project; null when that is not known.
/// </param>
/// <param name="staysBelow">Tells whether a command that names no folder is known to write below its project's.</param>
/// <param name="sdk">The version of the SDK image a command runs in; null when that is not known.</param>
internal sealed class BuildOutputs(
    Func<StageBuild, string?> defaultFolder, Func<StageBuild, bool> staysBelow, Func<StageBuild, Version?> sdk)
{
    /// <summary>Before this version a relative output was seen from the project.</summary>
    private static readonly Version Three = new(3, 0);

    /// <summary>Verbs that write nothing but what a restore keeps.</summary>
    private static readonly string[] Silent =
    [
        "--help", "--info", "--list-runtimes", "--list-sdks", "--version", "clean", "help", "list", "nuget", "restore",
        "sln", "tool", "user-secrets", "workload",
    ];

    private static readonly string[] Writing = ["build", "msbuild", "pack", "publish", "test"];

    /// <summary>Folders that builds and tests fill.</summary>
    private static readonly string[] Filled = ["bin", "obj", "artifacts", "TestResults"];

    /// <summary>The folder a publish or build writes its output to, absolute; null when that is not known.</summary>
    public string? FolderOf(StageBuild build)
    {
        var command = build.Command;
        if (command.HasUnknownOptions) return null;
        if (command.Output is { } output)
        {
            if (output.Value is null) return null;
            var isPlain = PathNames.IsRooted(output.Value)
                || sdk(build) >= Three;
            return isPlain ? ContainerPath.Join(command.WorkingDirectory, output.Value) : null;
        }

        if (!command.IsPublish || build.ProjectFolder is not { } project) return null;
        if (command.Properties.TryGetValue(KnownProperties.PublishDir, out var named))
            return named.Value is null ? null : ContainerPath.Join(project, named.Value);
        if (build.HasOutputProperty || defaultFolder(build) is not { } folder) return null;
        return ContainerPath.Join(project, folder);
    }

    /// <summary>Looks for a path in what a command writes.</summary>
    /// <param name="query">The path.</param>
    /// <param name="build">The command.</param>
    /// <param name="found">Where in its output the path is; null when it is not there.</param>
    /// <returns>False when it may be there, and nobody can tell.</returns>
    public bool TryFind(PathQuery query, StageBuild build, out PathSource? found)
    {
        found = null;
        var command = build.Command;
        // Whatever the options of these are.
        if (Silent.Contains(command.Verb)) return true;
        if (command.HasUnknownOptions) return false;
        if (command.IsBundle || Array.IndexOf(Writing, command.Verb) < 0) return false;
        var folder = FolderOf(build);
        if (folder is not null)
        {
            if (ContainerPath.Below(folder, query.Path) is { } rest) found = new PathSource(rest, build);
            else if (query.Meets(folder)) found = new PathSource("", build);
            if (found is not null) return true;
        }

        // Whatever it publishes, it builds, and that below every project it reaches.
        if (query.Path.Split('/').Any(static part => Filled.Contains(part)))
            return folder is not null && command.Output is null && IsOfOtherPublish(query.Path, folder);
        return folder is not null
            || command.Verb is "test" or "pack"
            || (!command.IsPublish && !build.HasOutputProperty && staysBelow(build));
    }

    /// <summary>
    /// True for the folder <c>bin/Release/net8.0/publish</c> of another framework, system or configuration.
    /// </summary>
    private static bool IsOfOtherPublish(string path, string folder) =>
        ContainerPath.Name(path) == "publish" && ContainerPath.Name(folder) == "publish";
}
