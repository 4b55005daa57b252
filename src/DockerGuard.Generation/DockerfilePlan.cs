using System.Collections.Generic;
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
    /// <summary>Variables that hold credentials of feeds: the build takes each as a secret.</summary>
    public required IReadOnlyList<string> FeedVariables { get; init; }

    /// <summary>
    /// Created by every .NET image since .NET 8 (its APP_UID); numeric, so that Kubernetes can verify it is not root.
    /// </summary>
    public const string AppUser = "1654";

    /// <summary>Where the executable unpacks itself, in the build stage and in the image.</summary>
    public const string ExtractionFolder = "/extract";

    // A lock file holds for the runtime identifiers it was made with (NuGet NU1004), so naming another would end locked
    // mode.
    public bool NamesArchitecture => !HasLockFile || NeedsArchitecture || Facts.RuntimeIdentifiers.Count > 0;

    public bool IsLocked => HasLockFile && (!NamesArchitecture || Facts.RuntimeIdentifiers.Count > 0);

    public bool HasAppHost =>
        Facts.IsSelfContained
            || Facts.IsSingleFile
            || (Facts.UseAppHost && NamesArchitecture && Choice.Catalog is not null);

    /// <summary>Whether the executable unpacks itself into a folder before it runs.</summary>
    public bool Extracts => Facts.IsSingleFile && Facts.IsTrue("IncludeAllContentForSelfExtract");

    private bool HasLockFile => Facts.IsTrue("RestorePackagesWithLockFile");

    private bool NeedsArchitecture =>
        Facts.IsSelfContained || Facts.IsSingleFile || Facts.IsTrue("PublishReadyToRun");
}
