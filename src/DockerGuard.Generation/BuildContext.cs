using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation;

/// <summary>Files copied to one folder by one instruction.</summary>
internal sealed record CopyGroup(string Folder, IReadOnlyList<CopySource> Sources);

/// <summary>
/// Which folder the image is built in, and what of it the build needs, in the order that keeps the restore layer small.
/// </summary>
internal sealed class BuildContext
{
    private const string LockFile = "packages.lock.json";

    private BuildContext(string directory, string projectFile, string dockerfile)
    {
        Directory = directory;
        ProjectFile = projectFile;
        Dockerfile = dockerfile;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Directory { get; }

    /// <summary>The project below the folder.</summary>
    public string ProjectFile { get; }

    /// <summary>The Dockerfile's path from the folder.</summary>
    public string Dockerfile { get; }

    /// <summary>What restore reads, grouped by folder.</summary>
    public required IReadOnlyList<CopyGroup> RestoreFiles { get; init; }

    /// <summary>Files that are only to be there, and that nothing brings, from the folder.</summary>
    public required IReadOnlyList<string> HiddenMarkers { get; init; }

    /// <summary>Folders of packages that restore reads, for nuget.config names them as sources.</summary>
    public required IReadOnlyList<string> PackageFolders { get; init; }

    /// <summary>What only the compilation reads and lies in none of the folders, grouped by folder.</summary>
    public required IReadOnlyList<CopyGroup> SourceFiles { get; init; }

    /// <summary>Folders with the sources, none inside another; empty text is the context itself.</summary>
    public required IReadOnlyList<string> SourceFolders { get; init; }

    /// <summary>Why all of the folder is copied, in one clause; null where only what is named is.</summary>
    public required string? WholeBecause { get; init; }

    /// <summary>Every file outside the projects that is known to be read, from the folder.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Files of the projects that an ignore file would hide by habit, from the folder.</summary>
    public required IReadOnlyList<string> OwnFiles { get; init; }

    /// <summary>Folders of static web files, from the folder.</summary>
    public required IReadOnlyList<string> WebRoots { get; init; }

    /// <summary>Folders that builds write to, none inside another, from the folder.</summary>
    public required IReadOnlyList<string> OutputFolders { get; init; }

    /// <summary>The history of git, where a target asks for it; null for none.</summary>
    public required AskedHistory? History { get; init; }

    /// <summary>Whether a feed of its configurations of NuGet may ask for credentials.</summary>
    public required bool HasClosedFeeds { get; init; }

    /// <summary>Whether the feeds of a user's own configuration count.</summary>
    public required bool TakesUserFeeds { get; init; }

    /// <summary>Whether more than one project is built.</summary>
    public required bool HasReferences { get; init; }

    /// <summary>What the tests need besides; null where none are to be run.</summary>
    public required TestContext? Tests { get; init; }

    /// <summary>What is read elsewhere and not missed, a sentence each.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    public static BuildContext? Create(
        ProjectFacts facts, BuildFacts build, GenerationOptions options, out string? error, out bool isOutside)
    {
        error = null;
        isOutside = true;
        if (options.ContextDirectory is { } holder) build = WithAllOf(build, ContextPath.Normalize(holder));
        var own = BuildReads.Of(build, options);
        var tests = build.TestCount == 0 ? null : build with { Projects = build.Tests };
        var testReads = tests is null ? null : BuildReads.Of(tests, options);
        var reads = testReads is null ? own : own.And(testReads);
        var unknown = UnknownInputs.Of(build);
        var history = AskedHistory.Of(build);
        var root = options.ContextDirectory is { } named
            ? ContextPath.Normalize(named)
            : Root(build, reads, isAll: unknown is not null || history is not null);
        if (reads.Projects.FirstOrDefault(path => ContextPath.Relative(root, path) is null) is { } outside)
        {
            error = outside == reads.Projects[0]
                ? $"the project lies outside the folder {root}, which is named as its build context"
                : $"the project references {ContextPath.FileNameOf(outside)}, which lies outside the folder "
                    + $"{root}, so no build context holds both; name one that does as DockerfileContext";
            return null;
        }

        if (options.ContextDirectory is not null && Unreachable(root, build, reads) is { } missed)
        {
            error = $"the build reads {ContextPath.FileNameOf(missed)}, which lies outside the folder {root}, which is "
                + "named as its build context";
            return null;
        }

        var elsewhere = OutsideReads.Of(
            build with { Projects = [.. build.Projects, .. build.Tests] }, root, options.ContextDirectory is not null);
        error = elsewhere.Refusal;
        if (error is not null) return null;

        // What lies above the repository belongs to one machine, not to the project.
        reads = reads.Below(root);
        own = own.Below(root);
        isOutside = false;
        var dockerfile = ContextPath.Normalize(options.DockerfilePath ?? reads.ProjectFolder + "/Dockerfile");
        if (reads.All.Append(dockerfile).FirstOrDefault(path => !DockerfileText.IsOneLine(path)) is { } unwritable)
        {
            error = $"the path '{DockerfileText.OneLine(unwritable)}' holds a control character, which no Dockerfile "
                + "can name";
            return null;
        }

        string Inside(string path) => ContextPath.Relative(root, path)!;
        var projects = own.Projects.Select(Inside).ToList();
        var restore = own.Restore.Select(Inside).ToList();
        var folders = Outermost(projects.Select(ContextPath.DirectoryOf).Concat(own.Folders.Select(Inside)));
        var whole = options.CopiesAll ? "DockerGuardCopySources is all"
            : unknown ?? (own.Folders.Contains(root) ? "a wildcard goes through all of it" : null);
        if (whole is not null) folders = [""];
        return new BuildContext(root, projects[0], ContextPath.Between(root, dockerfile))
        {
            Remarks = elsewhere.Remarks,
            RestoreFiles = GroupRestoreFiles(
                restore, own.LockFiles.Select(Inside), projects, facts.IsTrue("RestorePackagesWithLockFile")),
            Tests = tests is null ? null : TestContext.Of(
                tests, testReads!.Below(root), Inside, options, [.. restore, .. projects], folders),
            HiddenMarkers =
                [.. reads.HiddenMarkers.Select(Inside).OrderBy(static path => path, StringComparer.Ordinal)],
            PackageFolders = Outermost(reads.PackageFolders.Select(Inside).Where(static folder => folder.Length > 0)),
            SourceFiles = Group(own.Sources.Select(Inside)
                .Where(path => !restore.Contains(path) && !IsCopiedAnyway(path, folders))
                .Select(static path => new CopySource(path))),
            SourceFolders = folders,
            WholeBecause = whole,
            History = history?.In(root),
            OwnFiles = [.. reads.OwnFiles.Select(Inside).OrderBy(static path => path, StringComparer.Ordinal)],
            WebRoots = [.. reads.WebRoots.Select(Inside).OrderBy(static path => path, StringComparer.Ordinal)],
            OutputFolders = Outermost(reads.OutputFolders.Select(Inside)),
            Files =
            [
                .. reads.Restore.Concat(reads.Sources).Select(Inside)
                    .OrderBy(static path => path, StringComparer.Ordinal),
            ],
            HasReferences = projects.Count > 1,
            HasClosedFeeds = build.Projects.Any(static project => project.HasClosedFeeds),
            TakesUserFeeds = !build.Projects.All(static project => project.ClearsFeeds),
        };
    }

    /// <summary>Who names a folder that holds more than the repository wants all of it that is read.</summary>
    private static BuildFacts WithAllOf(BuildFacts build, string folder) => build with
    {
        Projects =
        [
            .. build.Projects.Select(project => project with
            {
                Inputs =
                [
                    .. project.Inputs,
                    .. project.OutsideInputs.Select(static outside => outside.Input)
                        .Where(input => ContextPath.Relative(folder, ContextPath.Normalize(input.Path)) is not null),
                ],
            }),
        ],
    };

    /// <summary>
    /// Outside a repository the deepest folder is taken that holds all that is read, as far as sources may reach.
    /// </summary>
    private static string Root(BuildFacts build, BuildReads reads, bool isAll)
    {
        var projectFolder = reads.ProjectFolder;
        var needed = reads.All.ToList();
        if (!isAll && needed.TrueForAll(path => ContextPath.Relative(projectFolder, path) is not null))
            return projectFolder;
        if (build.RepositoryRoot is { } root) return ContextPath.Normalize(root);
        var solution = build.SolutionFolder is { } folder ? ContextPath.Normalize(folder) : null;
        var limit = build.SourceLimit is { } highest ? ContextPath.Normalize(highest) : null;
        var mayReach = needed
            .Where(path => !IsFoundByName(path) || ContextPath.Relative(solution ?? projectFolder, path) is not null)
            .Where(path => limit is null || ContextPath.Relative(limit, path) is not null)
            .ToList();
        // A solution says where sources are; what is neither there nor beside a project of theirs is not theirs.
        if (solution is not null)
        {
            var marks = reads.Projects.Concat(mayReach.Where(IsImportOfAll)).Select(ContextPath.DirectoryOf)
                .Where(path => limit is null || ContextPath.Relative(limit, path) is not null);
            limit = Common(solution, [.. marks]);
            mayReach = mayReach.FindAll(path => ContextPath.Relative(limit, path) is not null);
        }

        return Common(projectFolder, mayReach.Select(ContextPath.DirectoryOf));
    }

    private static string Common(string first, IEnumerable<string> others) => others.Aggregate(
        first, static (root, folder) => ContextPath.CommonDirectory(root, folder) ?? root);

    /// <summary>A file by which a folder says something of all projects below.</summary>
    private static bool IsImportOfAll(string path) =>
        ContextPath.FileNameOf(path).StartsWith("Directory.", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What the build reads and a folder does not hold; what lies outside the repository no image build is given.
    /// </summary>
    private static string? Unreachable(string root, BuildFacts build, BuildReads reads) =>
        reads.All.FirstOrDefault(path => !IsFoundByName(path)
            && ContextPath.Relative(root, path) is null
            && (build.RepositoryRoot is not { } repository
                || ContextPath.Relative(ContextPath.Normalize(repository), path) is not null));

    /// <summary>Whether tools take the file from any folder above, so that it may be somebody else's.</summary>
    private static bool IsFoundByName(string path) =>
        IsNamed(path, "nuget.config") || IsNamed(path, ".editorconfig") || IsNamed(path, ".globalconfig");

    /// <summary>Whether a folder or the line for analyzer settings of the context brings a file.</summary>
    internal static bool IsCopiedAnyway(string path, List<string> folders) =>
        path is ".editorconfig" or ".globalconfig"
            || folders.Exists(folder => folder.Length == 0 || ContextPath.Relative(folder, path) is not null);

    private static List<CopyGroup> GroupRestoreFiles(
        IEnumerable<string> imports, IEnumerable<string> lockFiles, List<string> projects, bool hasLockFiles)
    {
        var sources = imports.Concat(projects).Select(static path => new CopySource(path)).ToList();
        // The wildcard makes the file optional: a project has none before its first restore.
        if (hasLockFiles)
        {
            sources.AddRange(projects.Select(static path =>
                new CopySource(Below(ContextPath.DirectoryOf(path), LockFile + "*"), IsPattern: true)));
        }

        sources.AddRange(lockFiles
            .Where(path => !hasLockFiles || !IsNamed(path, LockFile))
            .Select(static path => new CopySource(path)));
        return Group(sources);
    }

    internal static List<CopyGroup> Group(IEnumerable<CopySource> sources) => sources
        .Distinct()
        .GroupBy(static source => ContextPath.DirectoryOf(source.Path))
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group =>
            new CopyGroup(group.Key, group.OrderBy(static source => source.Path, StringComparer.Ordinal).ToArray()))
        .ToList();

    internal static List<string> Outermost(IEnumerable<string> folders)
    {
        var all = folders.Distinct(StringComparer.Ordinal)
            .OrderBy(static folder => folder, StringComparer.Ordinal)
            .ToList();
        return all.FindAll(folder => !all.Exists(
            other => other != folder && (other.Length == 0 || ContextPath.Relative(other, folder) is not null)));
    }

    private static string Below(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    private static bool IsNamed(string path, string name) =>
        ContextPath.FileNameOf(path).Equals(name, StringComparison.OrdinalIgnoreCase);
}
