using System.Collections.Generic;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;

namespace DockerGuard.Images.Selection;

/// <summary>The base image chosen for a project, or the sentence that says why there is none.</summary>
public sealed class BaseImageChoice
{
    private BaseImageChoice(
        ImageReference? image,
        CatalogImage? catalog,
        string reason,
        string? error,
        IReadOnlyList<PackageNeed> libraries)
    {
        Image = image;
        Catalog = catalog;
        Reason = reason;
        Error = error;
        MissingLibraries = libraries;
    }

    /// <summary>The image at the place it is fetched from; null when <see cref="Error"/> is set.</summary>
    public ImageReference? Image { get; }

    /// <summary>What the catalogue knows of it; null for an image of the team's own.</summary>
    public CatalogImage? Catalog { get; }

    /// <summary>Why this one, in one clause: <c>globalization is on, so -extra</c>. Empty with an error.</summary>
    public string Reason { get; }

    /// <summary>Why no image fits; null when one does.</summary>
    public string? Error { get; }

    /// <summary>
    /// Libraries the project's packages load and the image does not have: they must be installed in it.
    /// </summary>
    public IReadOnlyList<PackageNeed> MissingLibraries { get; }

    internal static BaseImageChoice Of(
        ImageReference image, CatalogImage? catalog, string reason, IReadOnlyList<PackageNeed> libraries) =>
        new(image, catalog, reason, null, libraries);

    internal static BaseImageChoice None(string error) => new(null, null, "", error, []);
}
