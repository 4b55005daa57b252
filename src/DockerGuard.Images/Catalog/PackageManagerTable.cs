using System;
using System.Linq;
using DockerGuard.Oci;

namespace DockerGuard.Images.Catalog;

/// <summary>The package manager of images that are not .NET's, where their names leave no doubt.</summary>
public static class PackageManagerTable
{
    private const string Library = "library/";

    private static readonly string[] Debians = ["debian", "ubuntu"];

    /// <summary><c>apt</c> or <c>apk</c> of one of Docker's official images; null for all others.</summary>
    public static string? Find(ImageReference image)
    {
        if (image is null) throw new ArgumentNullException(nameof(image));
        if (LibcTable.Find(image) == Libc.Musl) return "apk";
        return image.Registry == ImageReference.DockerHub && Debians.Contains(NameOf(image)) ? "apt" : null;
    }

    private static string NameOf(ImageReference image) =>
        image.Repository.StartsWith(Library, StringComparison.Ordinal)
            ? image.Repository.Substring(Library.Length)
            : "";
}
