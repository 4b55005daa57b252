using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Evaluation;

/// <summary>What is found out about one project, over all its evaluations.</summary>
/// <param name="path">Absolute path of the project file.</param>
/// <param name="foreign">What is not the repository's.</param>
/// <param name="read">Reads a file; null after it has been told that it cannot be read.</param>
internal sealed class InputCollector(string path, ForeignFolders foreign, Func<string, byte[]?> read)
{
    /// <summary>What the build of an image does not read.</summary>
    private static readonly BuildInputKind[] NotOfImage =
        [BuildInputKind.OutputFolder, BuildInputKind.PackItem, BuildInputKind.SolutionImport];

    private readonly List<BuildInput> _inputs = [];
    private readonly List<OutsideInput> _outside = [];
    private readonly List<ProjectLink> _references = [];
    private readonly List<ProgramCall> _programs = [];
    private readonly List<TargetFile> _targetFiles = [];
    private readonly List<UnknownRead> _unknownReads = [];
    private readonly List<NodeFolder> _nodeFolders = [];
    private readonly List<FeedVariable> _variables = [];
    private readonly LinkedInputs _links = new(Path.GetDirectoryName(path)!, foreign.RepositoryRoot);
    private readonly HashSet<string> _known = new(AbsolutePath.Comparer);
    private readonly HashSet<string> _optional = new(AbsolutePath.Comparer);
    private readonly HashSet<string> _searched = new(AbsolutePath.Comparer);
    private readonly Dictionary<string, HashSet<string>> _namers = new(AbsolutePath.Comparer);
    private readonly Dictionary<string, HashSet<string>> _setters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The project's folder.</summary>
    public string Directory { get; } = Path.GetDirectoryName(path)!;

    /// <summary>Reads a file that names others; null for one that cannot be read.</summary>
    public Func<string, byte[]?> Read { get; } = read;

    /// <summary>What is looked for in the folders above.</summary>
    public Markers Markers { get; } = new();

    /// <summary>What decides about them.</summary>
    public InputConditions Conditions { get; } = new();

    /// <summary>See <see cref="ProjectInputs.HasClosedFeeds"/>.</summary>
    public bool HasClosedFeeds { get; set; }

    /// <summary>See <see cref="ProjectInputs.ClearsFeeds"/>.</summary>
    public bool ClearsFeeds { get; set; }

    /// <summary>See <see cref="ProjectInputs.HasTestHost"/>.</summary>
    public bool HasTestHost { get; set; }

    /// <summary>See <see cref="ProjectInputs.Packs"/>.</summary>
    public bool Packs { get; set; }

    /// <summary>See <see cref="ProjectInputs.EntityFramework"/>.</summary>
    public string? EntityFramework { get; set; }

    /// <summary>See <see cref="ProjectInputs.OwnSource"/>.</summary>
    public string? OwnSource { get; private set; }

    /// <summary>Why an evaluation failed.</summary>
    public string? Problem { get; set; }

    /// <summary>Whether its own files say that restore keeps to its lock file.</summary>
    public bool RestoresLocked { get; set; }

    /// <summary>Whether it is built for more than one framework.</summary>
    public bool HasSeveralFrameworks { get; set; }

    /// <summary>The programs that have been found.</summary>
    public IReadOnlyList<ProgramCall> ProgramCalls => _programs;

    public ProjectInputs Done => new(path)
    {
        Inputs = _inputs.ConvertAll(input => WithKind(input) with { NamedBy = NamerOf(input) }),
        OutsideInputs = _outside.ConvertAll(
            outside => IsOptional(outside.Input.Path) ? outside with { IsNeeded = false } : outside),
        References = _references.ConvertAll(
            link => _optional.Contains(link.Path) ? link with { IsOptional = true } : link),
        Programs = _programs,
        // A package has all that is there, and lacks what is not.
        TargetFiles = _targetFiles.FindAll(
            file => file.Target != TargetFile.Pack || !(IsOptional(file.Path) || IsSearched(file.Path))),
        UnknownReads = _unknownReads,
        NodeFolders = _nodeFolders,
        FeedVariables = _variables,
        HasClosedFeeds = HasClosedFeeds,
        ClearsFeeds = ClearsFeeds,
        // The one framework is the one that was evaluated.
        DecidingProperties =
            [.. Conditions.Properties.Where(name => HasSeveralFrameworks || name != "TargetFramework")],
        AsksForFiles = Conditions.AskForFiles,
        RestoresLocked = RestoresLocked,
        HasTestHost = HasTestHost,
        Packs = Packs,
        EntityFramework = EntityFramework,
        OwnSource = OwnSource,
        Problem = Problem,
    };

    /// <summary>
    /// The absolute path of what a project names from a folder, when that is the repository's and outside the
    /// project's own folder; else null.
    /// </summary>
    public string? Outside(string folder, string value)
    {
        if (!IsPlace(value)) return null;
        return AbsolutePath.TryOf(folder, value) is { } full
            && !AbsolutePath.IsWithin(Directory, full)
            && foreign.IsOurs(full) ? full : null;
    }

    /// <summary>
    /// The absolute path of what a project names from a folder, when that is there and no image build can have it; else
    /// null.
    /// </summary>
    public string? Elsewhere(string folder, string value) =>
        IsPlace(value)
            && AbsolutePath.TryOf(folder, value) is { } full
            && foreign.IsElsewhere(full)
            && RegularFile.IsThere(full) ? AbsolutePath.Trim(full) : null;

    /// <summary>Whether the repository's files say something, and not the SDK's or those of a package.</summary>
    public bool IsOurs(string file) => foreign.IsOurs(file);

    /// <summary>
    /// The absolute path of what a project names in its own folder, when that is the repository's; else null.
    /// </summary>
    public string? Own(string value) =>
        AbsolutePath.TryOf(Directory, value) is { } full
            && full.Length > Directory.Length + 1
            && AbsolutePath.IsWithin(Directory, full)
            && foreign.IsOurs(full) ? full : null;

    /// <summary>Adds an input once; two kinds of one path are two inputs.</summary>
    public void Add(BuildInputKind kind, string full, string name = "")
    {
        if (!_known.Add($"{kind} {full}")) return;
        _inputs.Add(new BuildInput(kind, full, name));
        if (Array.IndexOf(NotOfImage, kind) < 0) Follow(kind, full, name);
    }

    /// <summary>Adds what the links on the way to a file or folder lead to.</summary>
    public void Follow(BuildInputKind kind, string full, string name)
    {
        foreach (var behind in _links.Behind(kind, full, name, AddOutside))
            if (_known.Add($"{behind.Kind} {behind.Path}")) _inputs.Add(behind);
    }

    /// <summary>The same for what a project names in its own folder.</summary>
    public void FollowOwn(string value, string name)
    {
        if (Own(value) is { } full) Follow(BuildInputKind.Item, full, name);
    }

    /// <summary>Adds a file that is there and outside the repository, when a project names one.</summary>
    public void AddOutside(BuildInputKind kind, string folder, string value, string name, bool isNeeded = true)
    {
        if (Elsewhere(folder, value) is { } full) AddOutside(kind, full, name, isNeeded);
    }

    /// <summary>Adds a file or folder outside the repository; what is needed by one is needed.</summary>
    public void AddOutside(BuildInputKind kind, string full, string name, bool isNeeded) =>
        AddOutside(new OutsideInput(new BuildInput(kind, full, name), isNeeded));

    private void AddOutside(OutsideInput outside)
    {
        var known = _outside.FindIndex(other => AbsolutePath.Comparer.Equals(other.Input.Path, outside.Input.Path));
        if (known < 0) _outside.Add(outside);
        else if (outside.IsNeeded) _outside[known] = _outside[known] with { IsNeeded = true };
    }

    /// <summary>Notes a source that a project compiles, where it is the first that lies beside it.</summary>
    public void AddSource(string value)
    {
        if (OwnSource is null && value.IndexOfAny(['/', '\\', ':']) < 0 && Own(value) is { } full
            && AbsolutePath.HasFile(full))
        {
            OwnSource = full;
        }
    }

    /// <summary>Notes an import, an item or a property that is left out where its file is not there.</summary>
    public void AddOptional(string folder, string value)
    {
        if (AbsolutePath.TryOf(folder, value) is { } full) _optional.Add(full);
    }

    /// <summary>Notes a folder of which a wildcard takes what there is.</summary>
    public void AddSearched(string folder)
    {
        if (AbsolutePath.TryOf(Directory, folder) is { } full) _searched.Add(full);
    }

    /// <summary>Whether a file is the project or one it references, or known to be read in one of some ways.</summary>
    public bool Knows(string full, Func<BuildInputKind, bool> isOne) =>
        AbsolutePath.Comparer.Equals(full, path)
            || _references.Exists(link => AbsolutePath.Comparer.Equals(link.Path, full))
            || _inputs.Exists(input => isOne(input.Kind) && AbsolutePath.Comparer.Equals(input.Path, full));

    /// <summary>Adds a file that lies outside the project's folder; false when it does not or is not there.</summary>
    public bool AddFile(BuildInputKind kind, string folder, string value, string name)
    {
        if (Outside(folder, value) is not { } full || !AbsolutePath.HasFile(full)) return false;
        Add(kind, full, name);
        return true;
    }

    /// <summary>
    /// Adds a folder that lies outside the project's folder; one that holds the project's folder too, only where a
    /// wildcard goes through all of it.
    /// </summary>
    public void AddFolder(string folder, string value, string name, bool isSearched = false)
    {
        if (Outside(folder, value) is not { } full || !AbsolutePath.HasFolder(full)) return;
        full = AbsolutePath.Trim(full);
        if (isSearched || !AbsolutePath.IsWithin(full, Directory)) Add(BuildInputKind.ItemFolder, full, name);
    }

    /// <summary>Whether a folder a project names is there and no image build can have it.</summary>
    public bool LeavesRepository(string value) =>
        AbsolutePath.TryOf(Directory, value) is { } full
            && foreign.IsElsewhere(full)
            && AbsolutePath.HasFolder(full);

    public void Add(UnknownRead read)
    {
        if (!_unknownReads.Contains(read)) _unknownReads.Add(read);
    }

    public void Add(ProjectLink link)
    {
        if (!_references.Any(known => AbsolutePath.Comparer.Equals(known.Path, link.Path))) _references.Add(link);
    }

    public void Add(FeedVariable variable)
    {
        if (!_variables.Contains(variable)) _variables.Add(variable);
    }

    public void Add(TargetFile file)
    {
        if (!_targetFiles.Contains(file)) _targetFiles.Add(file);
    }

    public void Add(ProgramCall call)
    {
        if (!_programs.Contains(call)) _programs.Add(call);
    }

    /// <summary>Notes which file names another one: imports it, or has it as an item.</summary>
    public void AddNamer(string full, string file) => Add(_namers, full, file);

    /// <summary>Notes which file sets a property.</summary>
    public void AddSetter(string property, string file) => Add(_setters, property, file);

    private static void Add(Dictionary<string, HashSet<string>> files, string key, string file)
    {
        if (!files.TryGetValue(key, out var known))
            files.Add(key, known = new HashSet<string>(AbsolutePath.Comparer));
        known.Add(file);
    }

    /// <summary>See <see cref="BuildInput.NamedBy"/>.</summary>
    private string NamerOf(BuildInput input)
    {
        var files = input.Kind is BuildInputKind.Property or BuildInputKind.Text
            ? _setters.TryGetValue(input.Name, out var setters) ? setters : []
            : _namers.TryGetValue(input.Path, out var namers) ? namers : [];
        var namer = files.Count == 1 ? files.First() : path;
        return IsOurs(namer) && !AbsolutePath.Comparer.Equals(namer, path) ? namer : "";
    }

    private BuildInput WithKind(BuildInput input) => input.Kind switch
    {
        BuildInputKind.Import when _optional.Contains(input.Path) =>
            input with { Kind = BuildInputKind.OptionalImport },
        BuildInputKind.CopiedItem when IsOptional(input.Path) =>
            input with { Kind = BuildInputKind.Item },
        BuildInputKind.Item or BuildInputKind.Property when IsOptional(input.Path) =>
            input with { IsOptional = true },
        _ => input,
    };

    private bool IsSearched(string full) => _searched.Any(path => AbsolutePath.IsWithin(path, full));

    private bool IsOptional(string full) => _optional.Any(path => AbsolutePath.IsWithin(path, full));

    public void Add(NodeFolder folder)
    {
        if (!_nodeFolders.Contains(folder)) _nodeFolders.Add(folder);
    }

    // Nearly all values are no paths, or plain names in the project's folder.
    private static bool IsPlace(string value) =>
        value.Contains("..") || (value.Length > 1 && (value[0] is '/' or '\\' || value[1] == ':'));
}
