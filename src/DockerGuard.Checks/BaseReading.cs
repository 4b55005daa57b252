using System.Collections.Generic;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;

namespace DockerGuard.Checks;

/// <summary>
/// What is known of a base image before the build: from its registry, or without a network from the catalogue.
/// </summary>
/// <param name="platforms">
/// Its configuration on each platform, in the order of the project; at least one, unless there is a problem.
/// </param>
/// <param name="digest">What its tag means now; null when the registry was not asked.</param>
/// <param name="problem">Why it cannot be read, in one sentence; null when it was.</param>
public sealed class BaseReading(IReadOnlyList<PlatformBase> platforms, string? digest = null, string? problem = null)
{
    public IReadOnlyList<PlatformBase> Platforms { get; } = platforms;

    public string? Digest { get; } = digest;

    public string? Problem { get; } = problem;

    /// <summary>A base that cannot be read, and why.</summary>
    public static BaseReading Failed(string problem) => new([], problem: problem);

    /// <summary>
    /// Judges the base by its tag, also at a mirror; nothing is known of an image that is not Microsoft's.
    /// </summary>
    public static BaseReading FromCatalog(ImageReference image, RegistryMirrors mirrors) =>
        new([new PlatformBase(null, ImageCatalog.Default.Find(image, mirrors)?.ToConfig())]);
}

/// <summary>What is known of a base image on one platform.</summary>
/// <param name="platform">The platform; null for what is known of all of them.</param>
/// <param name="config">The configuration; null when nothing is known.</param>
public sealed class PlatformBase(Platform? platform, ImageConfig? config)
{
    public Platform? Platform { get; } = platform;

    public ImageConfig? Config { get; } = config;
}
