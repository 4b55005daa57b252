using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Registry.Content;

/// <summary>What manifests, indexes and configurations call themselves, in OCI's words and in Docker's.</summary>
internal static class MediaTypes
{
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";
    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";
    public const string OciConfiguration = "application/vnd.oci.image.config.v1+json";
    public const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
    public const string DockerConfiguration = "application/vnd.docker.container.image.v1+json";

    public static readonly IReadOnlyList<string> Manifests = [OciIndex, DockerIndex, OciManifest, DockerManifest];
    public static readonly IReadOnlyList<string> AnyContent = ["*/*"];

    // What simple servers say when they do not know the type; the document's own mediaType then has to.
    private static readonly string[] Unspecific = ["application/json", "application/octet-stream"];

    /// <summary>May content of this type be a manifest or an index?</summary>
    public static bool MayBeManifest(string? type) =>
        type is null || Manifests.Contains(type) || Unspecific.Contains(type);

    public static bool IsIndex(string type) => type is OciIndex or DockerIndex;

    public static bool IsManifest(string type) => type is OciManifest or DockerManifest;

    public static bool IsConfiguration(string type) => type is OciConfiguration or DockerConfiguration;
}
