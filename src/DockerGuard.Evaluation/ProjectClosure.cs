using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.Definition;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Evaluation.Context;
using Microsoft.Build.Exceptions;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// Evaluates a project and all it reaches with MSBuild's own object model, in a collection of its own, so that neither
/// the build at hand nor another sees anything of it.
/// </summary>
public sealed class ProjectClosure : IDisposable
{
    private const string FoundByName = "Directory.", TestHost = "Microsoft.NET.Test.Sdk";

    private const ProjectLoadSettings Settings = ProjectLoadSettings.IgnoreMissingImports
        | ProjectLoadSettings.IgnoreInvalidImports
        | ProjectLoadSettings.IgnoreEmptyImports
        | ProjectLoadSettings.FailOnUnresolvedSdk;

    private readonly ProjectCollection _collection = new();
    private readonly List<WatchedFileSystem> _files = [];
    private readonly SeenFiles _seen = SeenFiles.Watch();
    private readonly Mentions _mentions = new();
    private readonly Dictionary<string, InputCollector> _projects = new(AbsolutePath.Comparer);
    private readonly HashSet<string> _evaluated = new(AbsolutePath.Comparer);
    private readonly Queue<(string Path, IReadOnlyDictionary<string, string> Properties)> _waiting = new();
    private readonly string? _repositoryRoot;
    private readonly ForeignFolders _foreign;
    private readonly ConfigurationFiles _configuration;
    private readonly Func<string, byte[]?> _read;

    private ProjectClosure(string? repositoryRoot, InputStamps stamps, Func<string, byte[]?> read)
    {
        _repositoryRoot = repositoryRoot;
        _foreign = new ForeignFolders(repositoryRoot);
        _configuration = new ConfigurationFiles(repositoryRoot, stamps);
        _read = read;
        Stamps = stamps;
    }

    private InputStamps Stamps { get; }

    /// <summary>Finds out what the build of a project reads.</summary>
    /// <param name="project">Absolute path of the project file.</param>
    /// <param name="repositoryRoot">Absolute path of the repository's folder; null when there is none.</param>
    /// <param name="properties">The global properties of the image build.</param>
    /// <param name="given">What a command line gives besides: of it counts what the projects' files name.</param>
    /// <param name="question">What is to be known of the project as <c>Release</c>.</param>
    /// <param name="stamps">Learns by what the answer can be seen to hold.</param>
    /// <param name="read">Reads a file; null after it has been told that it cannot be read.</param>
    /// <param name="cancellation">Ends the work between two projects.</param>
    public static BuildFacts Read(
        string project,
        string? repositoryRoot,
        IReadOnlyDictionary<string, string> properties,
        GivenProperties given,
        ConfigurationQuestion question,
        InputStamps stamps,
        Func<string, byte[]?> read,
        CancellationToken cancellation)
    {
        if (given is null) throw new ArgumentNullException(nameof(given));
        using var closure = new ProjectClosure(repositoryRoot, stamps, read);
        var facts = closure.Read(project, properties, question, cancellation);
        if (given.IsEmpty) return facts;
        bool IsNamed(string name) => closure._projects.Values.Any(inputs => inputs.Conditions.Named.Contains(name));
        given = new GivenProperties(
            [.. given.Kept.Where(pair => IsNamed(pair.Key))], [.. given.Withheld.Where(IsNamed)]);
        if (given.Kept.Count == 0) return facts with { Given = given };
        using var other = new ProjectClosure(repositoryRoot, stamps, read);
        var all = properties.ToDictionary(
            static pair => pair.Key, static pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var pair in given.Kept) all[pair.Key] = pair.Value;
        return other.Read(project, all, question with { Given = given.Kept }, cancellation) with { Given = given };
    }

    /// <summary>Finds out what projects read whose tests are run where the image is built.</summary>
    /// <param name="facts">What the image's own project reads.</param>
    /// <param name="projects">Absolute paths of the projects with tests.</param>
    /// <param name="stamps">Learns by what the answer can be seen to hold.</param>
    /// <param name="read">Reads a file; null after it has been told that it cannot be read.</param>
    /// <param name="cancellation">Ends the work between two projects.</param>
    public static BuildFacts AddTests(
        BuildFacts facts,
        IReadOnlyList<string> projects,
        InputStamps stamps,
        Func<string, byte[]?> read,
        CancellationToken cancellation)
    {
        if (facts is null) throw new ArgumentNullException(nameof(facts));
        if (projects is null) throw new ArgumentNullException(nameof(projects));
        using var closure = new ProjectClosure(facts.RepositoryRoot, stamps, read);
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Configuration"] = ConfigurationQuestion.Release,
        };
        foreach (var pair in facts.Given.Kept) properties[pair.Key] = pair.Value;
        foreach (var project in projects) closure._waiting.Enqueue((project, properties));
        closure.Work(cancellation);
        closure.Stamp();
        return facts with
        {
            Tests =
            [
                .. projects.Select(project => closure._projects[project].Done),
                .. closure._projects.Where(pair => !projects.Contains(pair.Key, AbsolutePath.Comparer))
                    .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                    .Select(static pair => pair.Value.Done),
            ],
            TestCount = projects.Count,
        };
    }

    public void Dispose()
    {
        _seen.Dispose();
        _collection.Dispose();
    }

    private BuildFacts Read(
        string project,
        IReadOnlyDictionary<string, string> properties,
        ConfigurationQuestion question,
        CancellationToken cancellation)
    {
        _waiting.Enqueue((project, properties));
        Work(cancellation);
        // A variable makes another project here, in the same configuration too.
        var named = question.Names.Concat(_projects[project].Conditions.Named).ToList();
        Stamps.AddVariables(named);
        var others = _projects.Where(pair => !AbsolutePath.Comparer.Equals(pair.Key, project))
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal);
        var facts = new BuildFacts
        {
            RepositoryRoot = _repositoryRoot,
            ReleaseValues = question.IsAnother(ConfigurationQuestion.Release) || ImageEnvironment.Sets(named)
                ? ProjectProperties.Compare(
                    project, ConfigurationQuestion.Release, question, _collection, NewContext(project), AddImport)
                    ?? []
                : [],
            Projects = [_projects[project].Done, .. others.Select(static pair => pair.Value.Done)],
        };
        Stamp();
        return facts;
    }

    /// <summary>By all that was seen and asked for, but where nobody changes what a project is.</summary>
    private void Stamp()
    {
        Stamps.Add(_seen.All, path => !WatchedFileSystem.IsOurs(path) && !_foreign.IsSettled(path));
        foreach (var files in _files) files.Stamp(Stamps, _foreign);
        Stamps.AddVariables(_mentions.Names);
    }

    /// <summary>One for each evaluation: of what they share, the second asks nothing.</summary>
    private EvaluationContext NewContext(string project) => NewContext(NewFiles(project));

    private static EvaluationContext NewContext(WatchedFileSystem files) =>
        EvaluationContext.Create(EvaluationContext.SharingPolicy.Shared, files);

    private WatchedFileSystem NewFiles(string project)
    {
        var files = new WatchedFileSystem(Path.GetDirectoryName(project)!);
        _files.Add(files);
        return files;
    }

    private void Work(CancellationToken cancellation)
    {
        while (_waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (path, global) = _waiting.Dequeue();
            if (_evaluated.Add(path + "\n" + Text(global))) Evaluate(path, global);
        }
    }

    private void Evaluate(string path, IReadOnlyDictionary<string, string> properties)
    {
        if (!_projects.TryGetValue(path, out var inputs))
        {
            _projects[path] = inputs = new InputCollector(path, _foreign, _read);
            inputs.Follow(BuildInputKind.Item, path, "ProjectReference");
            Stamps.AddLinks(inputs.Directory);
        }

        Stamps.AddFile(path);
        _mentions.Read(path);
        var files = NewFiles(path);
        if (Load(path, properties, files, inputs) is not { } project)
        {
            new NodeReader(inputs, _foreign, Stamps).Read(path);
            return;
        }

        _foreign.Learn(project);
        ReadFiles(project, inputs);
        ItemReader.Read(project, inputs);
        OwnFileReader.Read(project, inputs);
        PackReader.Read(project, inputs);
        EntityFrameworkReader.Read(project, inputs);
        var webRoot = Path.Combine(inputs.Directory, OwnFileReader.WebRoot);
        Stamps.AddListing(webRoot, InputStamps.NamesIn(webRoot), []);
        ReadOutput(project, inputs);
        inputs.HasTestHost |= project.GetItems("PackageReference").Any(
            static item => item.EvaluatedInclude.Equals(TestHost, StringComparison.OrdinalIgnoreCase));
        _configuration.Read(inputs);
        VersionFileReader.Read(project, _configuration, inputs, Stamps);
        ReadRestore(project, inputs);
        foreach (var reached in LinkReader.Read(project)) Follow(reached, inputs);
        foreach (var link in new TargetReader(project, inputs, _foreign).Read())
            Follow(new Reached(link, LinkReader.HandedOn(project)), inputs);

        new NodeReader(inputs, _foreign, Stamps).Read(path);
        inputs.Markers.Read(files.Found, inputs, _repositoryRoot);

        // Restore reads a project for each of its frameworks.
        if (project.GetPropertyValue("TargetFramework").Length > 0) return;
        var frameworks = List(project, "TargetFrameworks").ToList();
        inputs.HasSeveralFrameworks |= frameworks.Count > 1;
        foreach (var framework in frameworks)
        {
            var inner = properties.ToDictionary(static pair => pair.Key, static pair => pair.Value);
            inner["TargetFramework"] = framework;
            _waiting.Enqueue((path, inner));
        }
    }

    private ProjectInstance? Load(
        string path,
        IReadOnlyDictionary<string, string> properties,
        WatchedFileSystem files,
        InputCollector inputs)
    {
        try
        {
            return ImageEnvironment.Load(path, new ProjectOptions
            {
                ProjectCollection = _collection,
                EvaluationContext = NewContext(files),
                LoadSettings = Settings,
                GlobalProperties = properties.ToDictionary(
                    static pair => pair.Key, static pair => pair.Value, StringComparer.OrdinalIgnoreCase),
            });
        }
        catch (InvalidProjectFileException exception)
        {
            inputs.Problem ??= exception.BaseMessage;
            return null;
        }
    }

    private void ReadFiles(ProjectInstance project, InputCollector inputs)
    {
        foreach (var file in project.ImportPaths.Where(path => path != project.FullPath))
        {
            AddImport(file);
            if (!_foreign.IsOurs(file))
            {
                // What SDKs look for by name they do without.
                if (Path.GetFileName(file).StartsWith(FoundByName, StringComparison.OrdinalIgnoreCase))
                    inputs.AddOutside(BuildInputKind.Import, file, file, Path.GetFileName(file), isNeeded: false);
                continue;
            }

            inputs.Add(BuildInputKind.Import, file, Path.GetFileName(file));
            ProjectText.Read(project, file, _collection, inputs, Stamps);
        }

        ProjectText.Read(project, project.FullPath, _collection, inputs, Stamps);
        if (AbsolutePath.TryOf(project.Directory, project.GetPropertyValue("MSBuildProjectExtensionsPath")) is { } own)
            Stamps.AddExtensions(Path.Combine(own, Path.GetFileName(project.FullPath)));
    }

    /// <summary>What restore writes for a project is stamped too, for by it packages bring their files.</summary>
    private void AddImport(string file)
    {
        _mentions.Read(file);
        if (!_foreign.IsFixed(file)) Stamps.AddFile(file);
    }

    private void ReadOutput(ProjectInstance project, InputCollector inputs)
    {
        foreach (var folder in ForeignFolders.OutputOf(project))
        {
            if (AbsolutePath.IsWithin(_repositoryRoot ?? inputs.Directory, folder)
                && !IgnoredByHabit.Hides(folder.Replace('\\', '/')))
            {
                inputs.Add(BuildInputKind.OutputFolder, folder);
            }
        }
    }

    private void ReadRestore(ProjectInstance project, InputCollector inputs)
    {
        foreach (var name in new[] { "RestoreSources", "RestoreAdditionalProjectSources" })
        {
            var setBy = inputs.Conditions.Sets(name) ? name : null;
            foreach (var source in List(project, name)) _configuration.AddPackageFolder(source, setBy, inputs);
        }

        const string configFile = "RestoreConfigFile";
        var named = project.GetPropertyValue(configFile);
        if (AbsolutePath.TryOf(project.Directory, named) is { } config
            && _foreign.IsOurs(config)
            && AbsolutePath.HasFile(config))
        {
            _configuration.ReadNuGetConfig(config, inputs);
        }
        else if (inputs.Conditions.Sets(configFile))
        {
            inputs.AddOutside(BuildInputKind.NuGetConfig, project.Directory, named, configFile);
        }

        if (AbsolutePath.TryOf(project.Directory, project.GetPropertyValue("NuGetLockFilePath")) is { } lockFile
            && _foreign.IsOurs(lockFile)
            && AbsolutePath.HasFile(lockFile))
        {
            inputs.Add(BuildInputKind.LockFile, lockFile, "NuGetLockFilePath");
        }

        // One that is locked where a variable says so (CI) is not where an image is built.
        const string locked = "RestoreLockedMode";
        inputs.RestoresLocked |= project.GetPropertyValue(locked).Equals("true", StringComparison.OrdinalIgnoreCase)
            && inputs.Conditions.Sets(locked)
            && inputs.Conditions.Behind([locked]).Count == 1;
    }

    private void Follow(Reached reached, InputCollector inputs)
    {
        inputs.Add(reached.Link);
        Stamps.AddFile(reached.Link.Path);
        if (AbsolutePath.HasFile(reached.Link.Path)) _waiting.Enqueue((reached.Link.Path, reached.Properties));
    }

    private static IEnumerable<string> List(ProjectInstance project, string property) =>
        project.GetPropertyValue(property)
            .Split([';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Trim())
            .Where(static part => part.Length > 0);

    private static string Text(IReadOnlyDictionary<string, string> properties) =>
        string.Join("\n", properties.Select(static pair => pair.Key + "=" + pair.Value)
            .OrderBy(static pair => pair, StringComparer.OrdinalIgnoreCase));
}
