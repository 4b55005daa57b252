using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Images.Builds;

/// <summary>Finds out what a Dockerfile makes of the project it belongs to.</summary>
internal sealed class AppReader
{
    /// <summary>Commands of a stage that are looked at; nobody writes more.</summary>
    private const int MostCommands = 100;

    private const string ProjectReference = "ProjectReference";

    private readonly string _path;
    private readonly ContextFolder? _context;
    private readonly IBuildReader? _reader;
    private readonly BuildEvaluation _evaluation;
    private readonly ImageCatalog _catalog;
    private readonly RegistryMirrors _mirrors;
    private readonly ProjectFacts _project;
    private readonly ProjectConfigurations _configurations;
    private readonly ShippedBuilds _shipped;
    private readonly Dictionary<StageBuild, ProjectRelation> _relations = [];
    private readonly Dictionary<StageBuild, string?> _targets = [];

    private AppReader(
        string path,
        BuildEvaluation evaluation,
        ImageCatalog catalog,
        RegistryMirrors mirrors,
        ProjectFacts project,
        ContextFolder? context,
        IBuildReader? build,
        ShippedBuilds shipped)
    {
        _reader = build;
        _path = path;
        _context = context;
        _evaluation = evaluation;
        _catalog = catalog;
        _mirrors = mirrors;
        _project = project;
        _configurations = new ProjectConfigurations(project, build);
        _shipped = shipped;
    }

    /// <summary>
    /// The facts of the app in the image that ships; null when the file ships another project's, of which the project
    /// says nothing.
    /// </summary>
    public static AppFacts? Read(
        string path,
        BuildEvaluation evaluation,
        ImageCatalog catalog,
        RegistryMirrors mirrors,
        ProjectFacts project,
        ContextFolder? context,
        IBuildReader? build,
        ShippedBuilds shipped) =>
        new AppReader(path, evaluation, catalog, mirrors, project, context, build, shipped).Read();

    private AppFacts? Read()
    {
        if (_shipped.Find(RelationOf) is not { } builds) return null;
        var best = builds.Count == 0 ? ProjectRelation.Unsure : builds.Max(RelationOf);
        if (best == ProjectRelation.Other) return null;
        if (best == ProjectRelation.Unsure && !builds.Any(IsOurs) && StartsAnotherApp(builds)) return null;
        var ours = builds.Where(build => RelationOf(build) == best).ToList();
        if (ours.Any(static build => build.Command.IsPublish)) ours.RemoveAll(static build => !build.Command.IsPublish);
        var project = ours.Count > 0 ? _configurations.For(ours[0].Command) : _configurations.Elsewhere();
        return new AppFacts(
            project,
            project.Facts.TargetFrameworkVersions,
            [.. ours.Select(AppOf)],
            FindUnrelated,
            () => FindStart(ours),
            () => FindMissingCopies(ours),
            () => FindMissingInputs(ours),
            () => FindRefusedSdk(ours),
            new BuildNeeds(
                () => FindMissingProgram(ours, project),
                () => FindMissingHistory(ours, project),
                () => FindLockedRestore(ours)));
    }

    private AppStart? FindStart(IReadOnlyList<StageBuild> builds) =>
        _evaluation.Final is { } final && _project.IsExecutable
            ? new StartReader(_path, final, Paths(builds), OwnAppOf, References()).Read(builds, Outputs)
            : null;

    private IReadOnlyList<MissingCopy> FindMissingCopies(IReadOnlyList<StageBuild> builds) =>
        _evaluation.Final is { } final
            ? new CopyReader(_path, Paths(builds), Outputs, Published).Read(final, builds)
            : [];

    private IEnumerable<StageBuild> Published() =>
        _evaluation.Stages.SelectMany(_shipped.In).Where(static build => build.Command.IsPublish);

    private IReadOnlyList<MissingInput> FindMissingInputs(IReadOnlyList<StageBuild> builds)
    {
        var commands = Commands(builds, ReadsProject);
        if (commands.Count == 0 || RootOf(commands) is not { } root || _reader?.Facts is not { } facts) return [];
        var project = _project.ProjectPath.Replace('\\', '/');
        var reader = new InputReader(
            _path, project, root, Paths(builds), PlaceOf, IsIgnored, ConfigurationOf, _context!.Exists)
        {
            IsContextGiven = _context.IsGiven,
        };
        return reader.Read(commands, facts);
    }

    private RefusedSdk? FindRefusedSdk(IReadOnlyList<StageBuild> builds)
    {
        var commands = Commands(builds, ReadsProject);
        return RootOf(commands) is null
            ? null
            : new SdkReader(_path, _context!, Paths(builds), SdkImageOf).Read(commands);
    }

    private MissingProgram? FindMissingProgram(IReadOnlyList<StageBuild> builds, ConfiguredProject own)
    {
        var commands = Commands(builds, ReadsProject);
        if (commands.Count == 0 || RootOf(commands) is null || _reader?.Facts is not { } facts) return null;
        var project = _project.ProjectPath.Replace('\\', '/');
        return new ProgramReader(
                _path, project, own.Facts.PackageReferences, _context!.Read, build => SdkImageOf(build.Stage),
                ConfigurationOf)
            .Read(commands, facts);
    }

    private MissingHistory? FindMissingHistory(IReadOnlyList<StageBuild> builds, ConfiguredProject own)
    {
        var package = own.IsUnsure("PackageReference") ? null : HistoryReader.FindPackage(own.Facts.PackageReferences);
        var commands = Commands(builds, ReadsProject);
        if (RootOf(commands) is not { } root || _reader?.Facts is not { RepositoryRoot: { } repository } facts)
            return null;
        var calls = new HistoryCalls(_project.ProjectPath, facts, ConfigurationOf);
        if (package is null && !calls.Any) return null;
        return new HistoryReader(_path, root, _context!.Exists, IsIgnored, Paths(builds), PlaceOf)
            .Read(commands, NeedOf, repository);

        HistoryNeed? NeedOf(StageBuild build) =>
            package is not null && build.Command.Builds ? new HistoryNeed(package) : calls.Of(build);
    }

    private LockedRestore? FindLockedRestore(IReadOnlyList<StageBuild> builds)
    {
        var commands = Commands(builds, ReadsProject);
        if (RootOf(commands) is not { } root || _reader?.Facts is not { } facts) return null;
        return new LockReader(_path, _context!, root, IsIgnored, Paths(builds), AppOf, PlaceOf)
            .Read(commands, facts.Project);
    }

    private string? ConfigurationOf(StageBuild build) => ProjectConfigurations.NameFor(build.Command, _project);

    private CatalogImage? SdkImageOf(StageEvaluation stage) =>
        ImageOf(RootOf(stage)) is { Kind: DotNetImageKind.Sdk } sdk ? sdk : null;

    private List<StageBuild> Commands(IReadOnlyList<StageBuild> builds, Func<StageBuild, bool> isWanted) =>
        [.. builds.Where(isWanted).SelectMany(UpTo).Distinct().Where(isWanted)];

    /// <summary>True for a command that builds or restores our project for sure, maybe among others.</summary>
    private bool ReadsProject(StageBuild build) =>
        IsOurs(build)
            || (RelationOf(build) == ProjectRelation.Unsure
                && (TargetOf(build) is { } target && SolutionFile.IsOne(target) || ProjectMatch.IsCopiedAlone(build))
                && PlaceOf(build) is not null);

    private string? PlaceOf(StageBuild build) =>
        _context is null ? null : ProjectMatch.PlaceOf(build, TargetOf(build), _project, _context);

    /// <summary>What a command builds, absolute: of a folder the file that MSBuild takes where it is known.</summary>
    private string? TargetOf(StageBuild build)
    {
        if (_targets.TryGetValue(build, out var known)) return known;
        var target = build.Target;
        if (_context is not null && target is not null && !ProjectMatch.IsFile(target) && build.Command.IsBuild)
            target = new FolderTarget(_context, Paths(Root)).Find(build) ?? target;
        _targets.Add(build, target);
        return target;
    }

    /// <summary>The commands of the stages a command runs in, up to the command itself, in their order.</summary>
    private IEnumerable<StageBuild> UpTo(StageBuild build)
    {
        var stages = new Stack<StageEvaluation>();
        for (var stage = build.Stage; stage is { IsReplaced: false }; stage = stage.BaseStage) stages.Push(stage);
        foreach (var command in stages.SelectMany(_shipped.In))
        {
            yield return command;
            if (command == build) yield break;
        }
    }

    private BuildOutputs Outputs => new(
        build => OwnAppOf(build)?.DefaultPublishFolder,
        build => OwnAppOf(build)?.HasUsualFolders == true,
        SdkOf);

    private Version? SdkOf(StageBuild build) => SdkImageOf(build.Stage)?.DotNetVersion;

    private StagePaths Paths(IReadOnlyList<StageBuild> builds)
    {
        var root = new Lazy<string?>(() => RootOf(builds));
        return Paths(() => root.Value);
    }

    /// <param name="root">The root of the context; null where it is not known to be that one.</param>
    private StagePaths Paths(Func<string?> root) => new(
        _shipped,
        Outputs,
        stage => ImageOf(stage) is { Family.Libc: Libc.Glibc or Libc.Musl },
        path => root() is not { } folder || MayHave(folder, path));

    /// <summary>True unless the context is known to have no such path, or to hide it.</summary>
    private bool MayHave(string root, string path)
    {
        if (path.IndexOfAny(ContainerPath.Globs) >= 0) return true;
        return !IsIgnored(path) && _context!.Exists(root + "/" + path);
    }

    /// <summary>True when the ignore file hides a path, and all that may be below it.</summary>
    private bool IsIgnored(string path) =>
        _context?.IgnoreFile is { } ignored && path != "." && ignored.IsIgnored(path) && ignored.SkipsFolder(path);

    /// <summary>
    /// The root of the context, where the project's own place in it says that it is that one; else null.
    /// </summary>
    private string? RootOf(IReadOnlyList<StageBuild> builds)
    {
        if (_context is null || builds.Count == 0) return null;
        return builds.All(build => PlaceOf(build) is not null) ? Root() : null;
    }

    private string? Root() => _context?.Path.Replace('\\', '/').TrimEnd('/');

    private AppBuild? OwnAppOf(StageBuild build) => IsOurs(build) ? AppOf(build) : null;

    /// <summary>True for a command that builds our project for sure.</summary>
    private bool IsOurs(StageBuild build) =>
        RelationOf(build) == ProjectRelation.Ours
            || (RelationOf(build) == ProjectRelation.Unsure
                && TargetOf(build) is { } target
                && ProjectName.IsOne(target)
                && PlaceOf(build) is not null);

    private IReadOnlyCollection<string> References() =>
        [.. _project.List(ProjectReference).Select(static path => Name(path))];

    private static string Name(string path)
    {
        var name = ContainerPath.Name(path.Replace('\\', '/'));
        return name.LastIndexOf('.') is > 0 and var end ? name.Substring(0, end) : name;
    }

    private ProjectRelation RelationOf(StageBuild build)
    {
        if (!_relations.TryGetValue(build, out var relation))
            _relations.Add(build, relation = ProjectMatch.Of(build, _project));
        return relation;
    }

    private AppBuild AppOf(StageBuild build)
    {
        var root = RootOf(build.Stage);
        return new AppBuild(_configurations.For(build.Command), build.Command, ImageOf(root), root.TargetPlatform);
    }

    private StageEvaluation RootOf(StageEvaluation stage) => _evaluation[stage.ExternalFrom.Stage!];

    private CatalogImage? ImageOf(StageEvaluation root) =>
        ImageReference.TryParse(root.ImageName, out var image) ? _catalog.Find(image, _mirrors) : null;

    /// <summary>True when the image plainly starts an assembly that is not the project's.</summary>
    private bool StartsAnotherApp(IReadOnlyList<StageBuild> builds)
    {
        // A command may give the assembly another name.
        if (_project.AssemblyName.Length == 0
            || builds.Any(static build => build.Command.Properties.ContainsKey(KnownProperties.AssemblyName)))
        {
            return false;
        }

        var started = BuiltProjects.StartedIn(_evaluation);
        return started.Count > 0 && !started.Contains(_project.TargetFileName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Images in whose stages nothing builds the project, as far as is known, or only with an SDK that was installed
    /// besides: one of several that an argument chooses from, or of tools.
    /// </summary>
    private HashSet<Origin> FindUnrelated()
    {
        var images = new HashSet<Origin>();
        foreach (var group in _evaluation.Stages.GroupBy(static stage => stage.ExternalFrom))
        {
            var isUsed = group.SelectMany(_shipped.In).Take(MostCommands).Any(build =>
                build.Command.IsBuild
                    && RelationOf(build) != ProjectRelation.Other
                    && !AddedSoftwareReader.Read(build.Stage).MayHaveSdk);
            if (!isUsed && group.Key.Image is { } word) images.Add(new FileOrigin(_path, word.Span));
        }

        return images;
    }
}
