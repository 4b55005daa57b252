namespace DockerGuard.Images.Project;

/// <summary>
/// A file or folder that a build reads, outside the folder of the project that names it unless its kind says else.
/// </summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Name">What names it: the type of an item, a property, the name of a file; may be empty.</param>
public sealed record BuildInput(BuildInputKind Kind, string Path, string Name = "")
{
    /// <summary>
    /// Whether an item or a property is left out where its file is not there, so that nobody misses it.
    /// </summary>
    public bool IsOptional { get; init; }

    /// <summary>
    /// Absolute path of the one file of the repository that names it, where that is not the project itself: what is not
    /// there names nothing. Empty for the project, for several, and where it is not known.
    /// </summary>
    public string NamedBy { get; init; } = "";
}

/// <summary>How a build reads a file or folder.</summary>
public enum BuildInputKind
{
    /// <summary>An imported file; in the project's own folder too.</summary>
    Import,

    /// <summary>The same, where the import is left out when the file is not there.</summary>
    OptionalImport,

    /// <summary>An item, linked or not, or a file that metadata of one names.</summary>
    Item,

    /// <summary>A <c>None</c> or <c>Content</c> that is copied to the output, and missed where it is not.</summary>
    CopiedItem,

    /// <summary>An item that nothing but a package made of the project takes.</summary>
    PackItem,

    /// <summary>A folder whose files a wildcard takes, or that metadata of an item names.</summary>
    ItemFolder,

    /// <summary>A file a property names: a signing key, a ruleset, an icon.</summary>
    Property,

    /// <summary>A file whose text a property is computed from.</summary>
    Text,

    /// <summary>
    /// A file whose being there decides something while a project is evaluated: one that is looked for in all folders
    /// above, as <c>.gitignore</c>, or that a condition asks for; in the project's own folder too.
    /// </summary>
    Marker,

    /// <summary>The assembly or the code of a task.</summary>
    Task,

    /// <summary>A script that a target runs.</summary>
    Script,

    /// <summary>A file that a task of a target reads.</summary>
    TaskFile,

    /// <summary>A file from which a package computes the version.</summary>
    VersionFile,

    /// <summary><c>.editorconfig</c> and <c>.globalconfig</c>: settings of the analyzers.</summary>
    AnalyzerConfig,

    /// <summary>The nearest <c>global.json</c>.</summary>
    GlobalJson,

    /// <summary>One file of NuGet's chain of configurations; in the project's own folder too.</summary>
    NuGetConfig,

    /// <summary>The same, and it says nothing that NuGet does not do without it.</summary>
    DefaultNuGetConfig,

    /// <summary>A folder that is a source of packages; in the project's own folder too.</summary>
    PackageFolder,

    /// <summary>A lock file of packages; in the project's own folder too.</summary>
    LockFile,

    /// <summary><c>Directory.Build.rsp</c> and what it names; in the project's own folder too.</summary>
    ResponseFile,

    /// <summary><c>Directory.Solution.props</c> and its kin, which only the build of a solution reads.</summary>
    SolutionImport,

    /// <summary>A manifest of dotnet tools; in the project's own folder too.</summary>
    ToolManifest,

    /// <summary>
    /// An item or a file a property names, in the project's own folder, that <see cref="IgnoredByHabit"/> hides.
    /// </summary>
    OwnFile,

    /// <summary>The project's folder of static web files, which is shipped whole.</summary>
    WebRoot,

    /// <summary>A folder that builds write to, where that is not one that is ignored by habit.</summary>
    OutputFolder,
}
