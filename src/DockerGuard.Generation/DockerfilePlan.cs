using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Labels;
using DockerGuard.Images.Project;
using DockerGuard.Images.Selection;
using DockerGuard.Oci;

namespace DockerGuard.Generation;

/// <summary>What is decided before a line is written, and what follows from it for several stages.</summary>
/// <param name="Facts">The evaluated project.</param>
/// <param name="Context">The folder to build in, and what of it is copied.</param>
/// <param name="Choice">The base image as it was chosen.</param>
/// <param name="Base">The base image as it is named.</param>
/// <param name="Sdk">The image to build in.</param>
internal sealed record DockerfilePlan(
    ProjectFacts Facts, BuildContext Context, BaseImageChoice Choice, ImageReference Base, SdkImage Sdk)
{
    private static readonly HashSet<string> VersionPackages = new(StringComparer.OrdinalIgnoreCase)
    {
        "MinVer", "Nerdbank.GitVersioning", "GitVersion.MsBuild", "GitVersionTask", "GitInfo",
    };

    /// <summary>What Node.js is taken from; null for a build that does not run it.</summary>
    public NodeImage? Node { get; init; }

    /// <summary>The bundle of migrations: its project from the context, its tool's version; null for none.</summary>
    public MigrationBundle? Migrations { get; init; }

    /// <summary>The options by which its commands are given what the command line gave that made it.</summary>
    public required string GivenOptions { get; init; }

    /// <summary>
    /// The option by which no build makes a package, where a project says that each of its builds does: nothing of one
    /// is in an image, and what one is made of need not be in its build. Empty where none says so.
    /// </summary>
    public required string PackOption { get; init; }

    /// <summary>Variables that hold credentials of feeds: the build takes each as a secret.</summary>
    public required IReadOnlyList<string> FeedVariables { get; init; }

    /// <summary>
    /// Created by every .NET image since .NET 8 (its APP_UID); numeric, so that Kubernetes can verify it is not root.
    /// </summary>
    public const string AppUser = "1654";

    /// <summary>Where the executable unpacks itself, in the build stage and in the image.</summary>
    public const string ExtractionFolder = "/extract";

    /// <summary>The project's container items.</summary>
    public required ContainerSettings Container { get; init; }

    /// <summary>Whether the project has a lock file, and says that every restore keeps to it.</summary>
    public required bool RestoresLocked { get; init; }

    // A lock file holds for the runtime identifiers it was made with (NuGet NU1004), so naming another would end locked
    // mode.
    public bool NamesArchitecture => !HasLockFile || NeedsArchitecture || HasLockedIdentifiers;

    public bool IsLocked => HasLockFile && (!NamesArchitecture || HasLockedIdentifiers);

    /// <summary>
    /// Whether restore names it too. In locked mode it takes all identifiers of the project, and of each referenced one
    /// its own: one by name would be another set than each of their lock files was made for.
    /// </summary>
    public bool RestoreNamesArchitecture => NamesArchitecture && !IsLocked;

    /// <summary>Whether there is a lock file that restore cannot keep to.</summary>
    public bool LeavesLockFile => HasLockFile && !IsLocked;

    public bool HasAppHost =>
        Facts.IsSelfContained
            || Facts.IsSingleFile
            || (Facts.UseAppHost && NamesArchitecture && Choice.Catalog is not null);

    /// <summary>Whether the executable unpacks itself into a folder before it runs.</summary>
    public bool Extracts => Facts.IsSingleFile && Facts.IsTrue("IncludeAllContentForSelfExtract");

    /// <summary>Whether a package computes the version from the history of git, which no image build has.</summary>
    public bool ComputesVersion => Facts.PackageReferences.Any(static id => VersionPackages.Contains(id));

    /// <summary>Whether the build is asked for the commit it is of.</summary>
    public bool AsksForRevision => OciLabels.AreWanted(Facts)
        && OciLabels.All.Any(label => label.Name == OciLabelNames.Revision && OciLabels.IsWanted(label, Facts));

    /// <summary>Who runs the app: what the project says, else the user of every .NET image.</summary>
    public string User => DockerfileText.OneLine(
        Facts.Get("ContainerUser")
            ?? Container.Environment.LastOrDefault(static variable => variable.Name == "APP_UID")?.Value
            ?? AppUser);

    /// <summary>User and group of what that user may write.</summary>
    public string Owner => User.IndexOf(':') < 0 ? $"{User}:{User}" : User;

    /// <summary>Absolute path of the app's folder.</summary>
    public string WorkingDirectory =>
        Facts.Get("ContainerWorkingDirectory")?.TrimEnd('/') is { Length: > 1 } folder && folder[0] == '/'
            ? DockerfileText.OneLine(folder)
            : "/app";

    private bool HasLockFile => Facts.IsTrue("RestorePackagesWithLockFile") || RestoresLocked;

    /// <summary>Whether restore finds an identifier of an image in the project; that of a container it passes over.
    /// </summary>
    private bool HasLockedIdentifiers => Facts.List("RuntimeIdentifiers")
        .Concat(Facts.IsTrue("UseCurrentRuntimeIdentifier") ? [] : Facts.List("RuntimeIdentifier"))
        .Any(static name => RuntimeIdentifier.Parse(name).Libc is Libc.Glibc or Libc.Musl);

    private bool NeedsArchitecture =>
        Facts.IsSelfContained || Facts.IsSingleFile || Facts.IsTrue("PublishReadyToRun");
}
