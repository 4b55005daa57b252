using System;
using System.Collections.Generic;

namespace DockerGuard.Images.Catalog;

/// <summary>What is known of a .NET image from its name alone.</summary>
public sealed partial class CatalogImage
{
    internal CatalogImage(
        string repository,
        string tag,
        DotNetImageKind kind,
        TagShape shape,
        ImageFamily family,
        IReadOnlyList<string> architectures)
    {
        Repository = repository;
        Tag = tag;
        Kind = kind;
        DotNetVersion = shape.DotNetVersion;
        FullVersion = shape.FullVersion;
        IsPreview = shape.IsPreview;
        Family = family;
        Architectures = architectures;
    }

    /// <summary>The repository below its registry: <c>dotnet/aspnet</c>.</summary>
    public string Repository { get; }

    /// <summary>The tag; <c>latest</c> when none was written.</summary>
    public string Tag { get; }

    public DotNetImageKind Kind { get; }

    /// <summary>
    /// Major and minor of the .NET version (of the tool, for <see cref="DotNetImageKind.Monitor"/> and the dashboard).
    /// </summary>
    public Version DotNetVersion { get; }

    /// <summary>
    /// The version down to the patch or SDK build (<c>10.0.400</c>); null when the tag floats over patches.
    /// </summary>
    public string? FullVersion { get; }

    /// <summary>True when the tag names a preview or a release candidate.</summary>
    public bool IsPreview { get; }

    public ImageFamily Family { get; }

    /// <summary>
    /// Architectures as the OCI image specification names them; empty when the catalogue does not know the tag's.
    /// </summary>
    public IReadOnlyList<string> Architectures { get; }

    /// <summary>Whether the tag is in the tables; others are recognised by their shape only.</summary>
    public bool IsListed { get; internal init; }

    /// <summary>Whether cultures work. SDK images carry ICU in every family.</summary>
    public bool HasIcu => Kind == DotNetImageKind.Sdk || Family.HasIcu;

    /// <summary>The user of the image's configuration; null is root. SDK images run as root in every family.</summary>
    public string? User =>
        Kind == DotNetImageKind.Sdk && Family.Libc != Libc.Windows ? null
        // Before .NET 8 the distroless images knew their user by name only.
        : Family.IsDistroless && DotNetVersion.Major < 8 && Kind <= DotNetImageKind.RuntimeDeps ? "app"
        : Family.User;
}
