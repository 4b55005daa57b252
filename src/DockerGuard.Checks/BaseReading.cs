using DockerGuard.Images;
using DockerGuard.Oci;

namespace DockerGuard.Checks;

/// <summary>
/// What is known of a base image before the build: from its registry, or without a network from the catalogue.
/// </summary>
/// <param name="Config">Its configuration; null when nothing is known.</param>
/// <param name="Digest">What its tag means now; null when the registry was not asked.</param>
/// <param name="Problem">Why it cannot be read, in one sentence; null when it was.</param>
public sealed record BaseReading(ImageConfig? Config, string? Digest = null, string? Problem = null)
{
    /// <summary>
    /// Judges the base by its tag, also at a mirror; nothing is known of an image that is not Microsoft's.
    /// </summary>
    public static BaseReading FromCatalog(ImageReference image, RegistryMirrors mirrors) =>
        new(ImageCatalog.Default.Find(image, mirrors)?.ToConfig());
}
