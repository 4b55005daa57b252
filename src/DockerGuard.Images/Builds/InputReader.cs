using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Holds what the build of the project reads against what a stage has been given when a command runs. Only what is sure
/// is told: the project's own place in the stage must be plain, and nothing that cannot be followed may bring the file.
/// </summary>
/// <param name="file">Absolute path of the Dockerfile.</param>
/// <param name="project">Absolute path of the project, with slashes.</param>
/// <param name="root">Absolute path of the context's root, with slashes.</param>
/// <param name="paths">What lies where.</param>
/// <param name="placeOf">Where a stage has the project for a command; null when that is not known.</param>
/// <param name="isIgnored">Tells of a path from the root whether the ignore file keeps it out.</param>
/// <param name="configurationOf">The configuration a command builds; null where that is not known.</param>
/// <param name="isThere">Tells of an absolute path whether it is there.</param>
internal sealed class InputReader(
    string file,
    string project,
    string root,
    StagePaths paths,
    Func<StageBuild, string?> placeOf,
    Func<string, bool> isIgnored,
    Func<StageBuild, string?> configurationOf,
    Func<string, bool> isThere)
{
    /// <summary>Files that name one another, one after the other; more are a circle.</summary>
    private const int MostFiles = 20;

    /// <summary>Ends of files beside a project that are none of its sources.</summary>
    private static readonly string[] Settings = [".config", ".json", ".props", ".targets"];

    private readonly List<MissingInput> _missing = [];
    private readonly HashSet<string> _told = [];

    /// <summary>See <see cref="ContextFolder.IsGiven"/>.</summary>
    public bool IsContextGiven { get; init; } = true;

    /// <summary>What is missing, each file once for restores and once for builds.</summary>
    /// <param name="commands">The commands about the project, as they run one after the other.</param>
    /// <param name="facts">What the build reads.</param>
    public IReadOnlyList<MissingInput> Read(IReadOnlyList<StageBuild> commands, BuildFacts facts)
    {
        var projects = facts.Projects.ToDictionary(static project => project.Path.Replace('\\', '/'));
        for (var i = 0; i < commands.Count; i++)
        {
            var build = commands[i];
            var isRestore = build.Command.Verb == "restore";
            if (build.Command.HasUnknownOptions || (!isRestore && !build.Command.RunsBuild)) continue;
            if (PlaceOf(build) is not { } place || !projects.ContainsKey(project)) continue;
            var isRestoredLater = commands.Skip(i + 1).Any(static later => later.Command.Restores);
            Look(build, place, projects, isRestore, isRestoredLater);
        }

        // A build that misses a file says so; that its restore has missed it too is no news.
        var broken = new HashSet<string>(
            _missing.Where(static input => !input.IsOfRestore).Select(static input => input.Path));
        return _missing.FindAll(input => !input.IsOfRestore || !broken.Contains(input.Path));
    }

    /// <summary>Where a stage has the project; null unless that very file is there for sure.</summary>
    private string? PlaceOf(StageBuild build)
    {
        if (placeOf(build) is not { } place || !place.StartsWith("/", StringComparison.Ordinal)) return null;
        return IsThere(project, place, build) == true ? place : null;
    }

    private void Look(
        StageBuild build,
        string place,
        Dictionary<string, ProjectInputs> projects,
        bool isRestore,
        bool isRestoredLater)
    {
        var known = new HashSet<string>(projects.Keys);
        var seen = new HashSet<string> { project };
        var readers = new Queue<string>(seen);
        var configuration = configurationOf(build);
        while (readers.Count > 0)
        {
            // What a project reads that is not there itself is not read.
            var reader = projects[readers.Dequeue()];
            if (reader.Problem is not null || !IsAsEvaluated(reader.DecidingProperties)) continue;
            if (!isRestore && build.Command.IsSure
                && reader.OwnSource is { } source && LacksSources(Slashed(source), place, build))
            {
                Add(NeededFile.OfSources(reader, Slashed(source)), build, isRestore, isRestoredLater);
            }

            var needs = NeededFile.Of(reader, known).ToList();
            foreach (var need in needs)
            {
                if ((isRestore && !need.IsForRestore) || !IsRead(need) || seen.Contains(need.Path)) continue;
                if (!IsNamed(need, needs, MostFiles)) continue;
                seen.Add(need.Path);
                if (!PlacesOf(need, place).Any(at => IsThere(need.Path, at, build) != false))
                    Add(need, build, isRestore, isRestoredLater);
                else if (need.IsProject) readers.Enqueue(need.Path);
            }
        }

        // What names it may not be there itself, and then nobody reads it.
        bool IsNamed(NeededFile need, List<NeededFile> needs, int most) =>
            most == 0
                || need.NamedBy.Length == 0
                || needs.Find(other => other.Path == need.NamedBy) is not { } namer
                || (PlacesOf(namer, place).Any(at => IsThere(namer.Path, at, build) != false)
                    && IsNamed(namer, needs, most - 1));

        bool IsRead(NeededFile need) =>
            (!need.IsForPublish || (need.Reader == project && build.Command.IsPublish))
                && IsAsEvaluated(need.DecidedBy.Split(';'));

        bool IsAsEvaluated(IEnumerable<string> properties) =>
            build.Command.IsAsEvaluated(properties, configuration);
    }

    /// <summary>
    /// Whether a stage has none of the sources beside a project: a file of them is not there, though in the context,
    /// and nothing but single files that are no sources is brought to that folder.
    /// </summary>
    private bool LacksSources(string source, string place, StageBuild build)
    {
        var at = InStage(source, place);
        if (IsThere(source, at, build) != false || !isThere(source)) return false;
        var brought = paths.Find(Folder(at), build.Stage, build.Instruction, isFolder: true);
        return brought is not null && brought.All(static one => one.Build is null && IsNoSource(one.Path));
    }

    private static bool IsNoSource(string path) =>
        ContextSearch.IsProject(path)
            || Settings.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private void Add(NeededFile need, StageBuild build, bool isRestore, bool isRestoredLater)
    {
        if (!_told.Add($"{isRestore} {need.Path}")) return;
        var path = ContainerPath.Below(root, need.Path);
        // Who builds in a smaller folder means to do without what only sets something above it.
        if (path is null && (need.Kind != NeedKind.Build || !(IsContextGiven || TellsContext(build)))) return;
        _missing.Add(new MissingInput(
            path ?? RelativePath.From(root, need.Path),
            need.Kind,
            need.Why,
            path is null ? MissingCause.Outside : isIgnored(path) ? MissingCause.Ignored : MissingCause.NotCopied,
            isRestore,
            isRestoredLater,
            build.Say(),
            new FileOrigin(file, build.Command.Span)));
    }

    /// <summary>
    /// Whether the Dockerfile tells in which folder it is built: a command names its project, or a copy something. Of
    /// "COPY . ." and a "dotnet publish" alone every folder with a project or a solution makes an image.
    /// </summary>
    private static bool TellsContext(StageBuild build)
    {
        if (build.Target is { } target && ProjectMatch.IsFile(target)) return true;
        for (var stage = build.Stage; stage is { IsReplaced: false }; stage = stage.BaseStage)
        {
            if (stage.Stage.Instructions.OfType<TransferInstruction>().Any(NamesSource)) return true;
        }

        return false;
    }

    private static bool NamesSource(TransferInstruction copy) =>
        copy.FindFlag("from") is null
            && copy.Sources.Any(static source => source.Text.Trim('"', '/') is not ("." or "" or "*"));

    /// <summary>Whether a stage has a file at a place when the command runs; null when that is not known.</summary>
    private bool? IsThere(string path, string place, StageBuild build)
    {
        if (paths.Find(place, build.Stage, build.Instruction, isFolder: false) is not { } sources) return null;
        if (sources.Count == 0) return false;
        return sources.Any(source => source.Build is null && ContainerPath.IsMatch(root + "/" + source.Path, path))
            ? true
            : null;
    }

    /// <summary>Where a stage may have a file.</summary>
    private IEnumerable<string> PlacesOf(NeededFile need, string place)
    {
        yield return InStage(need.Path, place);
        if (!need.IsFoundByName) yield break;
        for (var at = InStage(need.Reader, place); at.Length > 1;)
        {
            at = Folder(at);
            yield return at + "/" + need.NameInFolder;
        }
    }

    /// <summary>A file as far from the project as it is outside.</summary>
    private string InStage(string path, string place) =>
        PathNames.Clean(Folder(place) + "/" + RelativePath.From(Folder(project), path));

    private static string Slashed(string path) => path.Replace('\\', '/');

    private static string Folder(string path) => path.Substring(0, path.LastIndexOf('/'));
}
