using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Images.Builds;

/// <summary>Looks for the history of git where a package computes the version from it.</summary>
/// <param name="file">Absolute path of the Dockerfile.</param>
/// <param name="root">Absolute path of the context's root, with slashes.</param>
/// <param name="exists">Tells of an absolute path whether it is there.</param>
/// <param name="isIgnored">Tells of a path from the root whether the ignore file keeps it out.</param>
/// <param name="paths">What lies where.</param>
/// <param name="placeOf">Where a stage has the project for a command; null when that is not known.</param>
internal sealed class HistoryReader(
    string file,
    string root,
    Func<string, bool> exists,
    Func<string, bool> isIgnored,
    StagePaths paths,
    Func<StageBuild, string?> placeOf)
{
    private const string Folder = ".git";

    /// <summary>Packages that compute a version.</summary>
    private static readonly string[] Packages =
        ["GitInfo", "GitVersion.MsBuild", "GitVersionTask", "MinVer", "Nerdbank.GitVersioning"];

    /// <summary>Parts of what tells them the version, or to compute none: <c>-p:MinVerSkip=true</c>.</summary>
    private static readonly string[] Words = ["gitinfo", "minver", "nbgv", "nerdbank", "version"];

    /// <summary>Beginnings of the variables they take it from instead.</summary>
    private static readonly string[] Variables = ["GITVERSION", "MINVER", "NBGV", "VERSION"];

    private const StringComparison NoCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>The one of some packages that computes a version; null for none.</summary>
    public static string? FindPackage(IReadOnlyList<string> packages) =>
        Packages.FirstOrDefault(id => packages.Contains(id, StringComparer.OrdinalIgnoreCase));

    /// <summary>The first command that has no history; null when each has, or that is not known.</summary>
    /// <param name="commands">The commands about the project.</param>
    /// <param name="needOf">Who asks for it when a command runs; null for nobody.</param>
    /// <param name="repository">Absolute path of the folder that has the history.</param>
    public MissingHistory? Read(
        IReadOnlyList<StageBuild> commands, Func<StageBuild, HistoryNeed?> needOf, string repository)
    {
        if (CauseIn(repository.Replace('\\', '/').TrimEnd('/')) is not { } cause) return null;
        var build = commands.FirstOrDefault(build =>
            build.Command is { MakesApp: true, HasUnknownOptions: false }
                && !HasVersion(build)
                && !IsRestoredOtherwise(build, commands)
                && needOf(build) is not null);
        if (build is null || !IsMissing(build)) return null;
        return new MissingHistory
        {
            Need = needOf(build)!,
            Cause = cause,
            Command = build.Say(),
            Origin = new FileOrigin(file, build.Command.Span),
        };
    }

    /// <summary>Why it is not there, if it is not; null where nobody can tell whose history it would be.</summary>
    private MissingCause? CauseIn(string repository)
    {
        if (repository != root) return ContainerPath.Below(repository, root) is null ? null : MissingCause.Outside;
        if (!exists(root + "/" + Folder)) return null;
        return isIgnored(Folder) ? MissingCause.Ignored : MissingCause.NotCopied;
    }

    private bool IsMissing(StageBuild build)
    {
        if (placeOf(build) is not { } folder) return false;
        while (folder.Length > 0)
        {
            folder = folder.Substring(0, folder.LastIndexOf('/'));
            var found = paths.Find(folder + "/" + Folder, build.Stage, build.Instruction, isFolder: true);
            if (found is not { Count: 0 }) return false;
        }

        return true;
    }

    /// <summary>Whether the packages are those of a restore that is told so, and may have left it out.</summary>
    private static bool IsRestoredOtherwise(StageBuild build, IReadOnlyList<StageBuild> commands) =>
        !build.Command.Restores
            && commands.TakeWhile(other => other != build).Any(static other =>
                other.Command.Restores && HasVersion(other));

    /// <summary>Whether the command is told the version, or that there is none.</summary>
    private static bool HasVersion(StageBuild build) =>
        Words.Any(word => build.Instruction.ToString().IndexOf(word, NoCase) >= 0)
            || build.Command.Environment.Keys.Any(
                static name => Variables.Any(start => name.StartsWith(start, NoCase)));
}
