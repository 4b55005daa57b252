using System.Collections.Generic;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;

namespace DockerGuard.Checks;

/// <summary>
/// What is known of a base image before the build: from its registry, or without a network from the catalogue.
/// </summary>
/// <param name="Platforms">
/// Its configuration on each platform, in the order of the project; at least one, unless there is a problem.
/// </param>
/// <param name="Digest">What its tag means now; null when the registry was not asked.</param>
/// <param name="Problem">Why it cannot be read, in one sentence; null when it was.</param>
public sealed record BaseReading(
    IReadOnlyList<PlatformBase> Platforms, string? Digest = null, string? Problem = null)
{
    /// <summary>A base that cannot be read, and why.</summary>
    public static BaseReading Failed(string problem) => new([], Problem: problem);

    /// <summary>
    /// Judges the base by its tag, also at a mirror; nothing is known of an image that is not Microsoft's.
    /// </summary>
    public static BaseReading FromCatalog(ImageReference image, RegistryMirrors mirrors) =>
        new([new PlatformBase(null, ImageCatalog.Default.Find(image, mirrors)?.ToConfig())]);
}

/// <summary>What is known of a base image on one platform.</summary>
/// <param name="Platform">The platform; null for what is known of all of them.</param>
/// <param name="Config">The configuration; null when nothing is known.</param>
public sealed record PlatformBase(Platform? Platform, ImageConfig? Config);
