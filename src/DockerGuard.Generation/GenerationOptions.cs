using System;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Generation;

/// <summary>What a generated Dockerfile depends on besides the project.</summary>
public sealed class GenerationOptions
{
    /// <summary>The tags that may be named.</summary>
    public ImageCatalog Catalog { get; init; } = ImageCatalog.Default;

    /// <summary>Where the images are fetched from instead of their own registry.</summary>
    public RegistryMirrors Mirrors { get; init; } = RegistryMirrors.Empty;

    /// <summary>A base image family the team insists on; null leaves the choice alone.</summary>
    public string? Family { get; init; }

    /// <summary>
    /// The day of the build; it appears only in <see cref="GeneratedDockerfile.Reason"/>, never in the file.
    /// </summary>
    public DateTime Today { get; init; }

    /// <summary>The project's container items.</summary>
    public ContainerSettings Container { get; init; } = ContainerSettings.None;

    /// <summary>Absolute path the Dockerfile will have; null is <c>Dockerfile</c> beside the project.</summary>
    public string? DockerfilePath { get; init; }

    /// <summary>
    /// Absolute path of the folder to build in; null is the nearest one that holds all the build reads.
    /// </summary>
    public string? ContextDirectory { get; init; }

    /// <summary>Whether all of the context is copied after restore, and not what the build is known to read.</summary>
    public bool CopiesAll { get; init; }

    /// <summary>
    /// The locked digest of an image, or null when it has none. Without this function no image is pinned.
    /// </summary>
    public Func<ImageReference, string?>? DigestOf { get; init; }

    /// <summary>
    /// A frontend image for the first line, such as <c>docker/dockerfile:1</c>; null relies on the builder's own, which
    /// every version since Docker 20.10 has, and downloads nothing.
    /// </summary>
    public string? Syntax { get; init; }

    /// <summary>The bundle of migrations that a stage makes; null where nobody wants one.</summary>
    public MigrationBundle? Migrations { get; init; }

    /// <summary>
    /// Whether the sources are a worktree of git or a submodule: <c>.git</c> is a file, and the history lies elsewhere.
    /// </summary>
    public bool IsWorktree { get; init; }

    /// <summary>What the project's global.json pins.</summary>
    public SdkPins SdkPins { get; init; } = SdkPins.None;

    /// <summary>
    /// Whether global.json goes into the build, needed when it names MSBuild SDKs. Otherwise it stays out: the tag of
    /// the SDK image pins the SDK already, and only the newest feature band of a version is published as an image, so a
    /// pin to an older one would break the build.
    /// </summary>
    public bool CopyGlobalJson => SdkPins.MSBuildSdks.Count > 0;
}
