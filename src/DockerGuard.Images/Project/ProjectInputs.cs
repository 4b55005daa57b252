using System.Collections.Generic;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Project;

/// <summary>
/// What one project reads besides the files in its own folder. Of a project with several target frameworks it is what
/// any of them reads, for restore reads them all.
/// </summary>
/// <param name="Path">Absolute path of the project file.</param>
public sealed record ProjectInputs(string Path)
{
    /// <summary>Files and folders, imports in the order they are imported.</summary>
    public IReadOnlyList<BuildInput> Inputs { get; init; } = [];

    /// <summary>What it reads outside the repository.</summary>
    public IReadOnlyList<OutsideInput> OutsideInputs { get; init; } = [];

    /// <summary>The projects it names itself, in any way.</summary>
    public IReadOnlyList<ProjectLink> References { get; init; } = [];

    /// <summary>The programs its build and publish run, as far as it says so.</summary>
    public IReadOnlyList<ProgramCall> Programs { get; init; } = [];

    /// <summary>The files outside its folder that its targets copy for sure, or else fail.</summary>
    public IReadOnlyList<TargetFile> TargetFiles { get; init; } = [];

    /// <summary>What its build and publish read that cannot be told before they do, or never be given them.</summary>
    public IReadOnlyList<UnknownRead> UnknownReads { get; init; } = [];

    /// <summary>Where its build and publish run Node.js, as far as it says so.</summary>
    public IReadOnlyList<NodeFolder> NodeFolders { get; init; } = [];

    /// <summary>What its feeds ask for, as far as its configurations of NuGet say so.</summary>
    public IReadOnlyList<FeedVariable> FeedVariables { get; init; } = [];

    /// <summary>
    /// Whether its configurations of NuGet name a feed that may ask for credentials: it is not known to be open to all.
    /// </summary>
    public bool HasClosedFeeds { get; init; }

    /// <summary>Whether its configurations of NuGet drop the feeds of the user's own one.</summary>
    public bool ClearsFeeds { get; init; }

    /// <summary>
    /// The properties that decide what it reads, or about those that do: with other values of them it may read others.
    /// </summary>
    public IReadOnlyList<string> DecidingProperties { get; init; } = [];

    /// <summary>
    /// Whether references or sources that cannot be named are left out where a file is not there, so that nobody misses
    /// it.
    /// </summary>
    public bool AsksForFiles { get; init; }

    /// <summary>Whether its own files say that every restore keeps to its lock file.</summary>
    public bool RestoresLocked { get; init; }

    /// <summary>Whether each of its builds makes a package of it, and reads what that takes.</summary>
    public bool Packs { get; init; }

    /// <summary>Whether a host of tests runs it, and not it itself.</summary>
    public bool HasTestHost { get; init; }

    /// <summary>
    /// The version of Entity Framework Core that it references, <c>10.0.12</c> or <c>10.0.*</c>; null for none.
    /// </summary>
    public string? EntityFramework { get; init; }

    /// <summary>
    /// Absolute path of a source that it compiles and that lies beside the project file; null where none does.
    /// </summary>
    public string? OwnSource { get; init; }

    /// <summary>Why MSBuild cannot evaluate it, in its own words; null when it can.</summary>
    public string? Problem { get; init; }
}

/// <summary>
/// A file or folder outside the repository, which is given to no image build by itself, or behind a link that leads
/// nowhere there.
/// </summary>
/// <param name="Input">What is read.</param>
/// <param name="IsNeeded">Whether the build fails without it.</param>
public sealed record OutsideInput(BuildInput Input, bool IsNeeded)
{
    /// <summary>Absolute path of the link that leads there; empty for what is named as it is.</summary>
    public string Link { get; init; } = "";

    /// <summary>What of the link no copy of it has.</summary>
    public LinkFlaw Flaw { get; init; }
}

/// <summary>Why a link is none any more where it is copied to, though what it leads to is copied too.</summary>
public enum LinkFlaw
{
    /// <summary>Nothing is wrong with it.</summary>
    None,

    /// <summary>It is written as an absolute path, which is another one in an image.</summary>
    Absolute,

    /// <summary>It is a folder, and restore reads a single file behind it.</summary>
    Folder,
}

/// <summary>A reference to another project.</summary>
/// <param name="Path">Absolute path of the project file, there or not.</param>
/// <param name="IsAnalyzer">Whether the compiler runs it: an analyzer or a source generator.</param>
/// <param name="IsAssembly">Whether its assembly is referenced.</param>
public sealed record ProjectLink(string Path, bool IsAnalyzer = false, bool IsAssembly = true)
{
    /// <summary>Whether it is left out where the file is not there, so that nobody misses it.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>A variable of the environment that holds a credential of a feed.</summary>
/// <param name="Name">
/// The one a configuration names (<c>%FEED_TOKEN%</c>), or NuGet's own where the credential it has is of one machine.
/// </param>
/// <param name="File">Absolute path of the configuration.</param>
public sealed record FeedVariable(string Name, string File);

/// <summary>A program that a target runs.</summary>
/// <param name="Program">Its name without folder and extension: <c>npm</c>.</param>
/// <param name="Command">The whole command line.</param>
/// <param name="Target">The target that runs it.</param>
/// <param name="File">Absolute path of the file the target is written in.</param>
/// <param name="Directory">Absolute path of the folder it runs in.</param>
public sealed record ProgramCall(string Program, string Command, string Target, string File, string Directory)
{
    /// <summary>Which builds fail for sure where the program is not there.</summary>
    public ProgramMoment Moment { get; init; }

    /// <summary>The properties that decide whether it runs, divided by semicolons.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>Who runs it, for a message: <c>target PublishSpa of Web.csproj</c>.</summary>
    public string Say() => $"target {Sentence.Show(Target)} of {File.Substring(File.LastIndexOfAny(['/', '\\']) + 1)}";
}

/// <summary>A file that a target copies or runs.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Target">The target.</param>
/// <param name="Moment">Which builds fail for sure where the file is not there.</param>
/// <param name="DecidedBy">The properties that decide whether it is copied, divided by semicolons.</param>
public sealed record TargetFile(string Path, string Target, ProgramMoment Moment, string DecidedBy)
{
    /// <summary>The target of NuGet that makes a package, in each build where a project says so.</summary>
    public const string Pack = "Pack";

    /// <summary>Whether it is a script, and run.</summary>
    public bool IsScript { get; init; }
}

/// <summary>When a program runs.</summary>
public enum ProgramMoment
{
    /// <summary>Nobody can tell, or nobody minds when it fails.</summary>
    Unsure,

    /// <summary>In a publish of its project.</summary>
    Publish,

    /// <summary>In every build of its project.</summary>
    Build,
}

/// <summary>Files that a build reads and nobody can name before it runs.</summary>
/// <param name="Path">The path as it is written.</param>
/// <param name="Target">The target that reads them; empty for an item of the project.</param>
/// <param name="File">Absolute path of the file it is written in.</param>
public sealed record UnknownRead(string Path, string Target, string File);
