using DockerGuard.Oci;

namespace DockerGuard.Images;

/// <summary>An external image that a build starts from or takes files from.</summary>
public sealed class UsedImage
{
    /// <summary>The image; null when the name is not complete or breaks the grammar.</summary>
    public ImageReference? Reference { get; init; }

    /// <summary>The name as the file has it, before expansion.</summary>
    public required string Written { get; init; }

    /// <summary>Where the name is written.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Whether the image that ships is built on this one.</summary>
    public bool IsFinalBase { get; init; }

    /// <summary>Whether the image that ships depends on the stage that uses it.</summary>
    public bool IsReachable { get; init; } = true;

    /// <summary>
    /// True for <c>FROM</c> and the project's base, false for <c>COPY --from</c> and <c>RUN --mount=from</c>.
    /// </summary>
    public bool IsBase { get; init; } = true;

    /// <summary>The name of the stage that uses it; null when the stage has none, or for a project.</summary>
    public string? StageName { get; init; }

    /// <summary>What the catalogue knows of it, also when it is at a mirror; null for other images.</summary>
    public CatalogImage? Catalog { get; init; }

    /// <summary>The stage that was meant by a name that is nearly its; null when an image is meant.</summary>
    public string? StageMeant { get; init; }

    /// <summary>
    /// Why the complete name is no image name, as the end of a sentence: nobody can tell where such an image comes
    /// from. Null when it is one, and when a variable without a value leaves it open.
    /// </summary>
    public string? Problem { get; init; }

    /// <summary>Whether the name depends on a build argument without a default.</summary>
    public bool HasUnresolvedVariable { get; init; }
}
