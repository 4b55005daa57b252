using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
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

    /// <summary>What the project says of its container.</summary>
    public required ContainerFacts Container { get; init; }

    /// <summary>The evaluated project.</summary>
    public required ProjectFacts Project { get; init; }

    /// <summary>The project file and what it imports: where findings are placed.</summary>
    public required ProjectElements Elements { get; init; }

    /// <summary>
    /// Asks the base's registry, with credentials when it is told true; null to judge the base by the catalogue alone.
    /// </summary>
    public Func<bool, Task<BaseReading>>? ReadBase { get; init; }

    /// <summary>
    /// Whether a base without a digest is built on by the one its tag means now, so that what was checked is what
    /// ships.
    /// </summary>
    public bool PinsBase { get; init; } = true;

    /// <summary>True when this build has told of waivers that have expired or are about to.</summary>
    public bool WaiversAreTold { get; init; }
}

/// <summary>What a check of an image comes to.</summary>
/// <param name="verdict">What was found.</param>
/// <param name="labels">All labels the image sets itself; null when it came to no check.</param>
/// <param name="pinnedDigest">The digest to build on; null when the base is not pinned.</param>
public sealed class ContainerVerdict(
    Verdict verdict, IReadOnlyList<ImageLabel>? labels = null, string? pinnedDigest = null)
{
    public Verdict Verdict { get; } = verdict;

    public IReadOnlyList<ImageLabel>? Labels { get; } = labels;

    public string? PinnedDigest { get; } = pinnedDigest;
}
