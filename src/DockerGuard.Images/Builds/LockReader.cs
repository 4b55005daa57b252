using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Holds the lock file of the project against the restores of a Dockerfile that are in locked mode. NuGet compares
/// sets of runtime identifiers, and passes over a lock file that is not there.
/// </summary>
/// <param name="file">Absolute path of the Dockerfile.</param>
/// <param name="context">The build context.</param>
/// <param name="root">Its root, with slashes.</param>
/// <param name="isIgnored">Tells of a path from the root whether the ignore file keeps it out.</param>
/// <param name="paths">What lies where.</param>
/// <param name="appOf">What a command makes of the project.</param>
/// <param name="placeOf">Where a stage has the project for a command; null when that is not known.</param>
internal sealed class LockReader(
    string file,
    ContextFolder context,
    string root,
    Func<string, bool> isIgnored,
    StagePaths paths,
    Func<StageBuild, AppBuild> appOf,
    Func<StageBuild, string?> placeOf)
{
    private const string Name = "packages.lock.json", Identifiers = "RuntimeIdentifiers";

    private static readonly string[] Restoring = ["build", "publish", "restore"];

    private static readonly string[] OtherFiles = ["NuGetLockFilePath", "RestorePackagesWithLockFile"];

    /// <summary>What is wrong with the first such restore; null when nothing is, or it is not known.</summary>
    /// <param name="commands">The commands about the project, as they run one after the other.</param>
    /// <param name="own">What is known of the project's build.</param>
    public LockedRestore? Read(IEnumerable<StageBuild> commands, ProjectInputs own) =>
        commands.Where(build => Restoring.Contains(build.Command.Verb)
                && build.Command is { Restores: true, HasUnknownOptions: false }
                && !OtherFiles.Any(build.Command.Properties.ContainsKey)
                && IsLocked(build, own))
            .Select(build => Look(build, own))
            .FirstOrDefault();

    private static bool IsLocked(StageBuild build, ProjectInputs own)
    {
        if (build.Command.Properties.TryGetValue(KnownProperties.RestoreLockedMode, out var given))
            return IsTrue(given.Value);
        foreach (var variable in build.Command.Environment)
        {
            if (variable.Key.Equals(KnownProperties.RestoreLockedMode, StringComparison.OrdinalIgnoreCase))
                return IsTrue(variable.Value);
        }

        return own.RestoresLocked;
    }

    private LockedRestore? Look(StageBuild build, ProjectInputs own)
    {
        var folder = Folder(own.Path.Replace('\\', '/'));
        var locks = own.Inputs.Where(static input => input.Kind == BuildInputKind.LockFile)
            .Select(static input => input.Path.Replace('\\', '/'))
            .ToList();
        // Of two, and of one that is named for its project, which one counts hangs on more than is known here.
        if (locks.Count > 1 || placeOf(build) is not { } at) return null;
        if (locks.Count == 0)
        {
            return context.Exists($"{folder}/packages.{Stem(own.Path)}.lock.json")
                ? null
                : Problem(build, folder + "/" + Name, LockProblem.None);
        }

        if (Folder(locks[0]) != folder) return null;
        var place = Folder(at) + "/" + ContainerPath.Name(locks[0]);
        if (paths.Find(place, build.Stage, build.Instruction, isFolder: false) is not { } sources) return null;
        if (sources.Count == 0)
        {
            var isHidden = ContainerPath.Below(root, locks[0]) is { } path && isIgnored(path);
            return Problem(build, locks[0], isHidden ? LockProblem.Ignored : LockProblem.NotCopied);
        }

        var isIt = sources.All(source => source.Build is null && root + "/" + source.Path == locks[0]);
        return isIt && context.Read(locks[0]) is { } text ? Compare(build, locks[0], IdentifiersOf(text)) : null;
    }

    private LockedRestore? Compare(StageBuild build, string lockFile, List<string> locked)
    {
        var command = build.Command;
        var app = appOf(build);
        if (!app.TryGet(Identifiers, out var list)
            || !app.TryGet(KnownProperties.RuntimeIdentifier, out var own)
            || IsSetOutside(command))
        {
            return null;
        }

        var hasShorthand = command.Architecture is not null || command.OperatingSystem is not null;
        var isNamed = command.Properties.ContainsKey(KnownProperties.RuntimeIdentifier);
        if (app.RuntimeIdentifier is not { } identifier)
        {
            // Whichever it will be: the file has none.
            return hasShorthand && locked.Count == 0
                ? Problem(build, lockFile, LockProblem.OtherIdentifiers, null, locked)
                : null;
        }

        // What restore is told takes the place of the project's list.
        List<string> wanted = command.Verb == "restore" && isNamed ? [] : [.. Names(list)];
        // One that the SDK infers is that of its own system.
        var isSaid = isNamed || hasShorthand || own is not null;
        if (identifier.Length > 0 && !isSaid) return null;
        if (identifier.Length > 0) wanted.Add(identifier);
        else if (wanted.Count > 0 || command.Verb != "restore") return null;
        return new HashSet<string>(wanted).SetEquals(locked)
            ? null
            : Problem(build, lockFile, LockProblem.OtherIdentifiers, wanted, locked);
    }

    private static bool IsSetOutside(DotNetCommand command) => command.Environment.Keys.Any(static name =>
        name.Equals(Identifiers, StringComparison.OrdinalIgnoreCase)
            || name.Equals(KnownProperties.RuntimeIdentifier, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(string? list) =>
        (list ?? "").Split(';').Select(static name => name.Trim()).Where(static name => name.Length > 0);

    private LockedRestore Problem(
        StageBuild build,
        string lockFile,
        LockProblem problem,
        IEnumerable<string>? wanted = null,
        IEnumerable<string>? locked = null) =>
        new()
        {
            File = ContainerPath.Below(root, lockFile) ?? ContainerPath.Name(lockFile),
            Problem = problem,
            Wanted = wanted is null ? null : string.Join(", ", wanted.Distinct()),
            Locked = string.Join(", ", locked ?? []),
            Command = build.Say(),
            Origin = new FileOrigin(file, build.Command.Span),
        };

    /// <summary>Of each framework's sections <c>"net10.0/linux-x64": {</c> the part behind the slash.</summary>
    private static List<string> IdentifiersOf(string text)
    {
        var found = new List<string>();
        var parts = text.Split('"');
        // Between every other two quotes stands a string; none of a lock file has quotes in it.
        for (var i = 1; i + 1 < parts.Length; i += 2)
        {
            var slash = parts[i].IndexOf('/');
            var isSection = slash > 0 && parts[i + 1].TrimStart() is { Length: > 1 } next
                && next[0] == ':'
                && next.Substring(1).TrimStart().StartsWith("{", StringComparison.Ordinal);
            if (isSection && parts[i].Substring(slash + 1) is var name && !found.Contains(name)) found.Add(name);
        }

        return found;
    }

    private static bool IsTrue(string? value) => "true".Equals(value, StringComparison.OrdinalIgnoreCase);

    private static string Folder(string path) => path.Substring(0, path.LastIndexOf('/'));

    private static string Stem(string path)
    {
        var name = ContainerPath.Name(path.Replace('\\', '/'));
        return name.Substring(0, name.LastIndexOf('.'));
    }
}
