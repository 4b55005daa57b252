using System;
using System.Collections.Generic;

namespace DockerGuard.Images.Catalog;

/// <summary>
/// A tag that exists at mcr.microsoft.com for every architecture of its family. Source: Data/tags.tsv.
/// </summary>
public sealed class CatalogTag
{
    internal CatalogTag(
        string repository, string tag, Version dotNetVersion, ImageFamily family, IReadOnlyList<string> architectures)
    {
        Repository = repository;
        Tag = tag;
        DotNetVersion = dotNetVersion;
        Family = family;
        Architectures = architectures;
    }

    /// <summary>The repository below mcr.microsoft.com: <c>dotnet/aspnet</c>.</summary>
    public string Repository { get; }

    public string Tag { get; }

    /// <summary>Major and minor of the .NET version.</summary>
    public Version DotNetVersion { get; }

    public ImageFamily Family { get; }

    /// <summary>
    /// Architectures as the OCI image specification names them: <c>amd64</c>, <c>arm64</c>, <c>arm/v7</c>.
    /// </summary>
    public IReadOnlyList<string> Architectures { get; }

    /// <summary>
    /// The version down to the patch or SDK build (<c>10.0.400</c>); null when the tag floats over patches.
    /// </summary>
    public string? FullVersion => TagShape.Parse(Tag)?.FullVersion;

    /// <inheritdoc/>
    public override string ToString() => Repository + ":" + Tag;
}
