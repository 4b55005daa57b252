using DockerGuard.Oci;

namespace DockerGuard.Registry;

/// <summary>
/// An image of one platform as its registry describes it; every digest was computed from the received bytes.
/// </summary>
public sealed class RegistryImage
{
    internal RegistryImage(string indexOrManifestDigest, string manifestDigest, ImageConfig config)
    {
        IndexOrManifestDigest = indexOrManifestDigest;
        ManifestDigest = manifestDigest;
        Config = config;
    }

    /// <summary>
    /// What the tag resolves to: the digest of the index when there is one. Pin to this, and every platform stays
    /// available.
    /// </summary>
    public string IndexOrManifestDigest { get; }

    /// <summary>
    /// The digest of the platform's own manifest; the same as <see cref="IndexOrManifestDigest"/> when there is no
    /// index.
    /// </summary>
    public string ManifestDigest { get; }

    /// <summary>What the image's configuration says, the platform included.</summary>
    public ImageConfig Config { get; }
}
