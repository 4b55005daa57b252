using System;
using System.Collections.Generic;
using DockerGuard.Images;
using DockerGuard.Oci;

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
            (OciLabelNames.Authors, facts.Get("ContainerAuthors") ?? OwnText(facts, "Authors")),
            (OciLabelNames.BaseDigest, baseImage.Digest),
            (OciLabelNames.BaseName, baseImage.WithDigest(null).ToString()),
            (OciLabelNames.Description, description),
            (OciLabelNames.Documentation, facts.Get("ContainerDocumentationUrl") ?? url),
            (OciLabelNames.Licenses, facts.Get("ContainerLicenseExpression") ?? facts.Get("PackageLicenseExpression")),
            (OciLabelNames.Source, SourceOf(facts)),
            (OciLabelNames.Title, facts.Get("ContainerTitle") ?? facts.Get("Title")),
            (OciLabelNames.Url, facts.Get("ContainerInformationUrl") ?? url),
            (OciLabelNames.Vendor, facts.Get("ContainerVendor") ?? OwnText(facts, "Company")),
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
