using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;

namespace DockerGuard.Images.Selection;

/// <summary>
/// Finds the floating tag of a family for one .NET version, with the detours that gaps in the published tags need.
/// </summary>
internal sealed class TagFinder(ImageCatalog catalog, string repository, Version version)
{
    private const string Alpine = "alpine";

    private readonly string _majorMinor = version.ToString(2);

    /// <summary>True when the catalogue has any image of this version in the repository.</summary>
    public bool HasVersion => catalog.Tags.Any(IsOurs);

    /// <summary>Families with a tag for this version, in ordinal order, Windows left out.</summary>
    public IEnumerable<string> LinuxFamilies => catalog.Tags
        .Where(tag => IsOurs(tag) && tag.Family.Libc != Libc.Windows)
        .Select(static tag => tag.Family.Name)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static name => name, StringComparer.Ordinal);

    public CatalogTag? Find(string family) =>
        // Before its release a version's floating tags carry the word preview.
        catalog.FindTag(repository, $"{_majorMinor}-{family}")
        ?? catalog.FindTag(repository, $"{_majorMinor}-preview-{family}")
        ?? FindAlpineRelease(family);

    // Some variants float only below an Alpine release: runtime-deps has 8.0-alpine3.24-extra but no 8.0-alpine-extra.
    private CatalogTag? FindAlpineRelease(string family)
    {
        if (family != Alpine && !family.StartsWith(Alpine + "-", StringComparison.Ordinal)) return null;
        var variant = family.Substring(Alpine.Length);
        return catalog.Tags
            .Where(tag => IsOurs(tag) && tag.Family.Libc == Libc.Musl
                && (tag.Tag == $"{_majorMinor}-{tag.Family.Name}"
                    || tag.Tag == $"{_majorMinor}-preview-{tag.Family.Name}"))
            .Select(tag => (Tag: tag, Release: ReleaseOf(tag.Family.Name, variant)))
            .Where(static found => found.Release is not null)
            .OrderByDescending(static found => found.Release)
            .FirstOrDefault().Tag;
    }

    private bool IsOurs(CatalogTag tag) => tag.Repository == repository && tag.DotNetVersion == version;

    private static Version? ReleaseOf(string family, string variant)
    {
        if (!family.StartsWith(Alpine, StringComparison.Ordinal) || !family.EndsWith(variant, StringComparison.Ordinal))
            return null;
        var release = family.Substring(Alpine.Length, family.Length - Alpine.Length - variant.Length);
        return Version.TryParse(release, out var number) ? number : null;
    }
}
