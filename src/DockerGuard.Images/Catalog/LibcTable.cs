using System;
using System.Linq;
using DockerGuard.Oci;

namespace DockerGuard.Images.Catalog;

/// <summary>The C library of images that are not .NET's, where their names leave no doubt.</summary>
public static class LibcTable
{
    private const string Library = "library/";

    private static readonly string[] Glibc =
    [
        "almalinux", "amazonlinux", "debian", "fedora", "oraclelinux", "photon", "rockylinux", "ubuntu",
    ];

    private static readonly string[] RedHats = ["registry.access.redhat.com", "registry.redhat.io"];

    /// <summary>
    /// The library of one of Docker's official images or Red Hat's base images; null for all others, and where a digest
    /// leaves open what the tag says.
    /// </summary>
    public static Libc? Find(ImageReference image)
    {
        if (image is null) throw new ArgumentNullException(nameof(image));
        if (RedHats.Contains(image.Registry)) return Libc.Glibc;
        if (image.Registry != ImageReference.DockerHub) return null;
        if (!image.Repository.StartsWith(Library, StringComparison.Ordinal)) return null;
        var name = image.Repository.Substring(Library.Length);
        if (name == "alpine") return Libc.Musl;
        if (Glibc.Contains(name)) return Libc.Glibc;
        var isAlpine = image.Tag?.Split('-')
            .Any(static word => word.StartsWith("alpine", StringComparison.Ordinal)) == true;
        return isAlpine && image.Digest is null ? Libc.Musl : null;
    }
}
