using System;
using DockerGuard.Oci;

namespace DockerGuard.Images.Selection;

/// <summary>What a team may say about the choice of a base image.</summary>
public sealed class BaseImageOptions
{
    /// <summary>Where the images are fetched from instead of mcr.microsoft.com.</summary>
    public RegistryMirrors Mirrors { get; init; } = RegistryMirrors.Empty;

    /// <summary>
    /// A family the team insists on, such as <c>alpine</c> or <c>noble</c>; null leaves the choice, and the project's
    /// ContainerFamily, alone.
    /// </summary>
    public string? Family { get; init; }

    /// <summary>The day of the build, for the remark that a version is out of support.</summary>
    public DateTime Today { get; init; }
}
