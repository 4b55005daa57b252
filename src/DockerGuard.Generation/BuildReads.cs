using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation;

/// <summary>What an image build must be given of the facts, by when it is read; absolute, normalized paths.</summary>
internal sealed record BuildReads
{
    /// <summary>What evaluation or restore reads.</summary>
    private static readonly BuildInputKind[] ForRestore =
    [
        BuildInputKind.Import, BuildInputKind.OptionalImport, BuildInputKind.Text, BuildInputKind.NuGetConfig,
        BuildInputKind.DefaultNuGetConfig, BuildInputKind.GlobalJson, BuildInputKind.ResponseFile,
    ];

    /// <summary>What only targets read.</summary>
    private static readonly BuildInputKind[] ForTargets =
    [
        BuildInputKind.Item, BuildInputKind.CopiedItem, BuildInputKind.Property, BuildInputKind.Task,
        BuildInputKind.Script, BuildInputKind.TaskFile, BuildInputKind.VersionFile, BuildInputKind.AnalyzerConfig,
    ];

    private const string GlobalJson = "global.json";

    private const string ToolCommand = " tool ";

    /// <summary>The project first, then those it reaches.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    public required IReadOnlyList<string> Restore { get; init; }

    /// <summary>Files that are only to be there, and that the ignore file hides all the same.</summary>
    public required IReadOnlyList<string> HiddenMarkers { get; init; }

    public required IReadOnlyList<string> LockFiles { get; init; }

    public required IReadOnlyList<string> PackageFolders { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Folders that are taken whole.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>Files of the projects' own folders that an ignore file would hide by habit.</summary>
    public required IReadOnlyList<string> OwnFiles { get; init; }

    /// <summary>Folders of static web files.</summary>
    public required IReadOnlyList<string> WebRoots { get; init; }

    /// <summary>Folders that builds write to.</summary>
    public required IReadOnlyList<string> OutputFolders { get; init; }

    public string ProjectFolder => ContextPath.DirectoryOf(Projects[0]);

    /// <summary>All that must lie in the context; folders of packages need not.</summary>
    public IEnumerable<string> All =>
        Projects.Concat(Restore).Concat(HiddenMarkers).Concat(LockFiles).Concat(Sources).Concat(Folders);

    public static BuildReads Of(BuildFacts build, GenerationOptions options)
    {
        var restore = Paths(build, ForRestore);
        if (!options.CopyGlobalJson)
            restore = restore.FindAll(static path => ContextPath.FileNameOf(path) != GlobalJson);
        var markers = Paths(build, BuildInputKind.Marker).FindAll(path => !restore.Contains(path));
        var hidden = markers.FindAll(path => IsHidden(path, build, options));
        restore.AddRange(markers.Except(hidden));
        var runsTools = build.Projects.SelectMany(static project => project.Programs)
            .Any(static call => call.Command.IndexOf(ToolCommand, StringComparison.Ordinal) >= 0);
        return new BuildReads
        {
            Projects = build.Projects.Select(static project => ContextPath.Normalize(project.Path)).ToArray(),
            Restore = restore,
            HiddenMarkers = hidden,
            LockFiles = Paths(build, BuildInputKind.LockFile),
            PackageFolders = Paths(build, BuildInputKind.PackageFolder),
            Sources = Paths(build, runsTools ? [.. ForTargets, BuildInputKind.ToolManifest] : ForTargets),
            Folders = Paths(build, BuildInputKind.ItemFolder),
            OwnFiles = Paths(build, BuildInputKind.OwnFile),
            WebRoots = Paths(build, BuildInputKind.WebRoot),
            OutputFolders = Paths(build, BuildInputKind.OutputFolder),
        };
    }

    /// <summary>With what others read.</summary>
    public BuildReads And(BuildReads others) => new()
    {
        Projects = Union(Projects, others.Projects),
        Restore = Union(Restore, others.Restore),
        HiddenMarkers = Union(HiddenMarkers, others.HiddenMarkers),
        LockFiles = Union(LockFiles, others.LockFiles),
        PackageFolders = Union(PackageFolders, others.PackageFolders),
        Sources = Union(Sources, others.Sources),
        Folders = Union(Folders, others.Folders),
        OwnFiles = Union(OwnFiles, others.OwnFiles),
        WebRoots = Union(WebRoots, others.WebRoots),
        OutputFolders = Union(OutputFolders, others.OutputFolders),
    };

    private static string[] Union(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        [.. some.Union(others, StringComparer.Ordinal)];

    /// <summary>What of it lies in a folder.</summary>
    public BuildReads Below(string root)
    {
        IReadOnlyList<string> Within(IReadOnlyList<string> paths) =>
            paths.Where(path => ContextPath.Relative(root, path) is not null).ToArray();
        return this with
        {
            Restore = Within(Restore),
            HiddenMarkers = Within(HiddenMarkers),
            LockFiles = Within(LockFiles),
            PackageFolders = Within(PackageFolders),
            Sources = Within(Sources),
            Folders = Within(Folders),
            OutputFolders = Within(OutputFolders),
        };
    }

    private static bool IsHidden(string path, BuildFacts build, GenerationOptions options)
    {
        var name = ContextPath.FileNameOf(path);
        if (name == GlobalJson) return !options.CopyGlobalJson;
        var root = build.RepositoryRoot is { } repository ? ContextPath.Normalize(repository) : null;
        return IgnoredByHabit.Hides(root is null ? name : ContextPath.Relative(root, path) ?? name);
    }

    private static List<string> Paths(BuildFacts build, params BuildInputKind[] kinds) =>
        build.InputsOf(kinds).Select(static input => ContextPath.Normalize(input.Path)).Distinct().ToList();
}
