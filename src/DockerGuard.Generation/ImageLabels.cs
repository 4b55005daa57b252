using System;
using System.Collections.Generic;
using DockerGuard.Images;

namespace DockerGuard.Generation;

/// <summary>
/// The labels the .NET SDK gives an image it builds itself (Microsoft.NET.Build.Containers.targets), as far as the project has
/// values for them. Left out are the time of the build and what changes with every commit.
/// </summary>
internal static class ImageLabels
{
    public static IEnumerable<KeyValuePair<string, string>> Of(ProjectFacts facts, ImageReference baseImage, string sdkVersion)
    {
        var description = facts.Get("ContainerDescription") ?? facts.Get("Description");
        var url = facts.Get("PackageProjectUrl");
        var labels = new (string Key, string? Value)[]
        {
            ("net.dot.runtime.majorminor", facts.TargetFrameworkVersion?.ToString(2)),
            ("net.dot.sdk.version", sdkVersion),
            ("org.opencontainers.artifact.description", description),
            ("org.opencontainers.image.authors", facts.Get("ContainerAuthors") ?? OwnText(facts, "Authors")),
            ("org.opencontainers.image.base.digest", baseImage.Digest),
            ("org.opencontainers.image.base.name", baseImage.WithDigest(null).ToString()),
            ("org.opencontainers.image.description", description),
            ("org.opencontainers.image.documentation", facts.Get("ContainerDocumentationUrl") ?? url),
            ("org.opencontainers.image.licenses", facts.Get("ContainerLicenseExpression") ?? facts.Get("PackageLicenseExpression")),
            ("org.opencontainers.image.source", SourceOf(facts)),
            ("org.opencontainers.image.title", facts.Get("ContainerTitle") ?? facts.Get("Title")),
            ("org.opencontainers.image.url", facts.Get("ContainerInformationUrl") ?? url),
            ("org.opencontainers.image.vendor", facts.Get("ContainerVendor") ?? OwnText(facts, "Company")),
        };
        foreach (var (key, value) in labels)
            if (!string.IsNullOrWhiteSpace(value)) yield return new KeyValuePair<string, string>(key, value!);
    }

    /// <summary>The version of the image; it is a build argument, so that a build server can give another.</summary>
    public static string? VersionOf(ProjectFacts facts) => facts.Get("ContainerVersion") ?? facts.Get("PackageVersion") ?? facts.Get("Version");

    /// <summary>Where the sources are; null when the project does not say.</summary>
    public static string? SourceOf(ProjectFacts facts) => facts.Get("RepositoryUrl") is { } url ? RepositoryAddress.Public(url) : null;

    // MSBuild fills these two with the assembly's name when the project says nothing, which tells a reader nothing.
    private static string? OwnText(ProjectFacts facts, string property) =>
        facts.Get(property) is { } value && value != facts.AssemblyName ? value : null;
}
