using System;

namespace DockerGuard.Images;

/// <summary>A place in an image that has been built: its configuration, a layer, or a file of a layer.</summary>
/// <param name="Reference">The image as it was asked for, such as <c>registry.contoso.com/shop:1.0</c>.</param>
/// <param name="Digest">
/// The digest of the manifest that was read, which tells this image from the next one of the name; null when it has
/// none.
/// </param>
/// <param name="Layer">
/// The number of the layer in the manifest, the lowest being 0: digests of layers change with every build, numbers
/// seldom do. Null for the configuration.
/// </param>
/// <param name="Path">
/// The file in the layer, absolute with <c>/</c> between its parts; null for the layer or the configuration itself.
/// </param>
public sealed record ImageOrigin(string Reference, string? Digest = null, int? Layer = null, string? Path = null)
    : Origin
{
    /// <inheritdoc/>
    public override string Artifact => Reference;

    /// <summary>The reference and below it the path: what outlives the next build of the image.</summary>
    public string Name => Path is null ? Reference : $"{Reference}/{Path.TrimStart('/')}";

    /// <inheritdoc/>
    public override string ToString()
    {
        var isNamed = Digest is null || Reference.EndsWith(Digest, StringComparison.Ordinal);
        var image = isNamed ? Reference : $"{Reference}@{Digest}";
        var place = Layer is null ? "configuration" : $"layer {Layer}";
        return Path is null ? $"{image}, {place}" : $"{image}, {place}, {Path}";
    }
}
