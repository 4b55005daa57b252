using DockerGuard.Dockerfiles;

namespace DockerGuard.Registry;

/// <summary>An image of one platform as its registry describes it; every digest was computed from the received bytes.</summary>
public sealed class RegistryImage
{
    internal RegistryImage(string indexOrManifestDigest, string manifestDigest, BaseImageConfig config, string os, string architecture, string? variant)
    {
        IndexOrManifestDigest = indexOrManifestDigest;
        ManifestDigest = manifestDigest;
        Config = config;
        Os = os;
        Architecture = architecture;
        Variant = variant;
    }

    /// <summary>What the tag resolves to: the digest of the index when there is one. Pin to this, and every platform stays available.</summary>
    public string IndexOrManifestDigest { get; }

    /// <summary>The digest of the platform's own manifest; the same as <see cref="IndexOrManifestDigest"/> when there is no index.</summary>
    public string ManifestDigest { get; }

    public BaseImageConfig Config { get; }

    /// <summary>As in the image's configuration: "linux", "windows".</summary>
    public string Os { get; }

    /// <summary>Go's name, as in the image's configuration: "amd64", "arm64", "arm".</summary>
    public string Architecture { get; }

    /// <summary>"v7", "v8" and the like; null when the image names none.</summary>
    public string? Variant { get; }
}
