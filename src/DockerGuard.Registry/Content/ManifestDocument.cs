using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Registry.Content;

/// <summary>A reference from one document to another, by digest.</summary>
internal sealed record Descriptor(string MediaType, string Digest, Platform? Platform)
{
    /// <summary>True for an entry that describes an image instead of being one, as BuildKit's do.</summary>
    public bool IsAttestation { get; init; }

    /// <summary>The one release of the operating system it is for; null for any.</summary>
    public string? OsVersion { get; init; }
}

/// <summary>An index of images, or the manifest of one: the other list is empty, the other reference null.</summary>
internal sealed record ManifestDocument(IReadOnlyList<Descriptor> Images, Descriptor? Configuration)
{
    // Set by BuildKit on the entries that describe an image instead of being one.
    private const string ReferenceType = "vnd.docker.reference.type";

    /// <param name="contentType">
    /// What the registry said; the document's own mediaType must agree when it has one.
    /// </param>
    /// <exception cref="RegistryException">Not a manifest or index.</exception>
    public static ManifestDocument Parse(byte[] content, string? contentType) => MediaTypes.MayBeManifest(contentType)
        ? JsonContent.Read(content, "the manifest", root => Read(root, contentType))
        : throw NoManifest(contentType!);

    /// <summary>
    /// The image for a platform: the one the .NET SDK builds on, for that is the one to judge. Where it takes none, the
    /// best, and of equals the first.
    /// </summary>
    /// <exception cref="RegistryException">There is none.</exception>
    public Descriptor Select(Platform wanted)
    {
        var taken = Images.FirstOrDefault(
            image => image is { Platform: { } offered, OsVersion: null } && IsTaken(wanted, offered));
        if (taken is not null) return taken;
        Descriptor[] candidates = [.. Images.Where(
            image => !image.IsAttestation && MediaTypes.IsManifest(image.MediaType) && image.Platform is not null)];
        var best = candidates.MaxBy(image => wanted.Match(image.Platform!));
        if (best is not null && wanted.Match(best.Platform!) > 0) return best;

        var offered = string.Join(", ", candidates.Select(image => image.Platform!.ToString()).Distinct().Take(12));
        throw new RegistryException(
            RegistryErrorKind.NoMatchingPlatform,
            $"it does not exist for {wanted}, only for "
                + (offered.Length == 0 ? "no platform at all" : Sentence.Quote(offered)));
    }

    /// <summary>
    /// Whether the SDK takes an image of one platform for another: it looks at a variant for 32-bit ARM alone, and
    /// neither at types nor at annotations (measured with 10.0.401).
    /// </summary>
    public static bool IsTaken(Platform wanted, Platform offered)
    {
        var (one, other) = (wanted.Normalized(), offered.Normalized());
        return one.Os == other.Os
            && one.Architecture == other.Architecture
            && (one.Architecture != "arm" || one.Variant == other.Variant);
    }

    private static ManifestDocument Read(JsonElement root, string? contentType)
    {
        var ownType = JsonContent.Text(root, "mediaType");
        if (ownType is not null && MediaTypes.Manifests.Contains(contentType) && ownType != contentType)
        {
            throw Invalid(
                $"the registry calls its answer {contentType} but the document calls itself {Sentence.Quote(ownType)}");
        }

        // One document must not be read as two things (CVE-2021-41190).
        bool hasImages = root.TryGetProperty("manifests", out var images),
            hasConfiguration = root.TryGetProperty("config", out var configuration);
        if (hasImages && (hasConfiguration || root.TryGetProperty("layers", out _)))
            throw Invalid("the manifest claims to be an index as well");

        var type = ownType ?? contentType ?? "";
        return MediaTypes.IsIndex(type) && hasImages
            ? new ManifestDocument(ReadDescriptors(images), null)
            : MediaTypes.IsManifest(type) && hasConfiguration ? new ManifestDocument([], ReadDescriptor(configuration))
            : throw NoManifest(type);
    }

    private static List<Descriptor> ReadDescriptors(JsonElement images)
    {
        var descriptors = new List<Descriptor>();
        foreach (var image in JsonContent.Items(images, "manifests")) descriptors.Add(ReadDescriptor(image));
        return descriptors;
    }

    private static Descriptor ReadDescriptor(JsonElement element)
    {
        var type = JsonContent.Text(element, "mediaType")
            ?? throw Invalid("the manifest refers to content without a mediaType");
        var digest = JsonContent.Text(element, "digest")
            ?? throw Invalid("the manifest refers to content without a digest");
        if (!ContentDigest.IsSupported(digest))
        {
            throw Invalid(
                $"the manifest refers to the digest {Sentence.Quote(digest)}, which is neither sha256 nor sha512");
        }

        Platform? platform = null;
        string? osVersion = null;
        if (JsonContent.Object(element, "platform") is { } described)
        {
            osVersion = JsonContent.Text(described, "os.version") is { Length: > 0 } version ? version : null;
            platform = new Platform(
                JsonContent.Text(described, "os") ?? "",
                JsonContent.Text(described, "architecture") ?? "",
                JsonContent.Text(described, "variant") is { Length: > 0 } variant ? variant : null);
        }

        var isAttestation = platform is { Os: "unknown" }
            || (JsonContent.Object(element, "annotations") is { } annotations
                && annotations.TryGetProperty(ReferenceType, out _));
        return new Descriptor(type, digest, platform) { IsAttestation = isAttestation, OsVersion = osVersion };
    }

    private static RegistryException NoManifest(string type) =>
        Invalid($"the registry answers with {Sentence.Quote(type)} instead of an image manifest");

    private static RegistryException Invalid(string reason) => new(RegistryErrorKind.InvalidResponse, reason);
}
