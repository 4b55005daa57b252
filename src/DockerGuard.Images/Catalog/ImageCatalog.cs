using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DockerGuard.Oci;

namespace DockerGuard.Images.Catalog;

/// <summary>
/// What is known of .NET images without asking a registry: the tags that exist, what their operating systems bring, and
/// how long the versions are supported. Read once from the tables in the assembly; safe for any number of threads.
/// </summary>
public sealed class ImageCatalog
{
    private static readonly Lazy<ImageCatalog> Embedded = new(static () => new ImageCatalog(
        TabSeparatedTable.Text("tags.tsv"),
        TabSeparatedTable.ReadEmbedded("families.tsv"),
        TabSeparatedTable.ReadEmbedded("lifecycles.tsv")), LazyThreadSafetyMode.ExecutionAndPublication);

    private readonly ImageFamilyTable _families;
    private readonly TagTable _tags;
    private readonly Dictionary<Version, DotNetLifecycle> _lifecycles;

    internal ImageCatalog(string tags, IEnumerable<string[]> families, IEnumerable<string[]> lifecycles)
    {
        _families = new ImageFamilyTable(families);
        Lifecycles = lifecycles.Select(static row => new DotNetLifecycle(row))
            .OrderBy(static cycle => cycle.Version)
            .ToArray();
        _lifecycles = Lifecycles.ToDictionary(static cycle => cycle.Version);
        _tags = new TagTable(tags, _families);
    }

    /// <summary>The catalogue that comes with this assembly.</summary>
    public static ImageCatalog Default => Embedded.Value;

    /// <summary>Every tag of the tables, sorted by repository and tag.</summary>
    public IReadOnlyList<CatalogTag> Tags => _tags.All;

    /// <summary>Every .NET version of the tables, oldest first.</summary>
    public IReadOnlyList<DotNetLifecycle> Lifecycles { get; }

    /// <summary>How long a version is supported; null when the tables do not know it.</summary>
    /// <param name="majorMinor">The version; parts below the minor are ignored.</param>
    public DotNetLifecycle? Lifecycle(Version majorMinor)
    {
        if (majorMinor is null) throw new ArgumentNullException(nameof(majorMinor));
        return _lifecycles.TryGetValue(new Version(majorMinor.Major, majorMinor.Minor), out var cycle) ? cycle : null;
    }

    /// <summary>The tag of the tables with exactly this name; null when there is none.</summary>
    public CatalogTag? FindTag(string repository, string tag) => _tags.Find(repository, tag);

    /// <summary>
    /// What an image name tells: from the tables, or by the shape of the tag, so that old versions and patches are
    /// known too. Null when the image is not one of .NET's, or has a digest and no tag.
    /// </summary>
    public CatalogImage? Find(ImageReference image)
    {
        if (image is null) throw new ArgumentNullException(nameof(image));
        if (image.Tag is null && image.Digest is not null) return null;
        var tag = image.Tag ?? "latest";
        if (DotNetRepository.KindOf(image.Registry, image.Repository, tag) is not { } kind) return null;

        var listed = FindTag(image.Repository, tag);
        var shape = TagShape.Parse(tag) ?? ShapeWithoutVersion(image.Repository, tag, listed);
        if (shape is null) return null;
        var family = listed?.Family
            ?? _families.Get(shape.Family.Length > 0 ? shape.Family : DefaultFamily(kind, shape.DotNetVersion));
        var architectures = listed?.Architectures ?? (shape.Architecture is not null ? [shape.Architecture] : []);
        return new CatalogImage(
            image.Repository, tag, kind, shape, family, architectures)
        { IsListed = listed is not null };
    }

    /// <summary>The same for an image that may be at a mirror.</summary>
    public CatalogImage? Find(ImageReference image, RegistryMirrors mirrors)
    {
        if (mirrors is null) throw new ArgumentNullException(nameof(mirrors));
        return mirrors.Originals(image).Select(Find).FirstOrDefault(static found => found is not null) ?? Find(image);
    }

    /// <summary>
    /// What the evaluation of a Dockerfile asks for every external image: its configuration, when the catalogue knows
    /// it.
    /// </summary>
    public Func<string, ImageConfig?> BaseResolver(RegistryMirrors mirrors) =>
        name => ImageReference.TryParse(name, out var image) ? Find(image, mirrors)?.ToConfig() : null;

    private TagShape? ShapeWithoutVersion(string repository, string tag, CatalogTag? listed)
    {
        var version = listed?.DotNetVersion ?? DotNetRepository.LastVersion(repository)
            ?? (tag == "latest" ? Lifecycles.Last(static cycle => !cycle.IsPreview).Version : null);
        return version is null ? null : TagShape.WithoutVersion(version);
    }

    private string DefaultFamily(DotNetImageKind kind, Version version) =>
        kind is DotNetImageKind.Monitor or DotNetImageKind.AspireDashboard ? "azurelinux3.0-distroless"
        : (Lifecycle(version) ?? Lifecycles[Lifecycles.Count - 1]).DefaultFamily;
}
