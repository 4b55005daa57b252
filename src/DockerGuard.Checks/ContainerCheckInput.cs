using System;
using DockerGuard.Images;
using DockerGuard.Images.Model;
using DockerGuard.Oci;
using DockerGuard.Policy;

namespace DockerGuard.Checks;

/// <summary>An image that the SDK is about to make, and all that a project says about checking it.</summary>
public sealed record ContainerCheckInput
{
    /// <summary>Which policy holds.</summary>
    public required PolicyRequest Policy { get; init; }

    /// <summary>What the project says about warnings.</summary>
    public required ProjectWarnings Warnings { get; init; }

    /// <summary>The day to compare end-of-life and expiry dates with.</summary>
    public DateTime Day => Policy.Today;

    /// <summary>The base image.</summary>
    public required ImageReference Base { get; init; }

    /// <summary>Where the base is written.</summary>
    public required Origin BaseOrigin { get; init; }

    /// <summary>Asks the base's registry; null to judge the base by the catalogue alone.</summary>
    public Func<BaseReading>? ReadBase { get; init; }

    /// <summary>The image that the project makes of a base.</summary>
    public required Func<BaseReading, RegistryMirrors, ImageModel> Describe { get; init; }

    /// <summary>The digest the image will be built on, for the summary; null when it is not pinned.</summary>
    public required Func<BaseReading, string?> PinnedDigest { get; init; }

    /// <summary>True when this build has told of waivers that have expired or are about to.</summary>
    public bool WaiversAreTold { get; init; }
}

/// <summary>What a check of an image comes to.</summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Image">The image as it was checked; null when it came to no check.</param>
/// <param name="PinnedDigest">The digest to build on; null when the base is not pinned.</param>
public sealed record ContainerVerdict(Verdict Verdict, ImageModel? Image = null, string? PinnedDigest = null);
