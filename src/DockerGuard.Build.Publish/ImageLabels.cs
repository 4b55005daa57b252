using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Oci;

namespace DockerGuard.Build.Publish;

/// <summary>Completes the labels the SDK generates to the set the OCI image spec names (annotations.md), as far as the project has the values.</summary>
internal static class ImageLabels
{
    /// <summary>The project's and the SDK's labels, the last of a name winning, then the missing ones; sorted by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Complete(CheckContainer image, ProjectFacts project, ImageReference baseImage, string? baseDigest)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in image.Labels.Select(CheckContainer.Pair)) labels[label.Key] = label.Value;
        if (!image.GeneratesLabels) return [.. labels];

        void Add(string name, string? value)
        {
            if (image.SuppressedLabels.Contains(name.Substring(OciLabelNames.Prefix.Length))) return;
            if (!string.IsNullOrWhiteSpace(value) && !labels.ContainsKey(name)) labels[name] = value.Trim();
        }

        Add(OciLabelNames.Title, project.AssemblyName);
        Add(OciLabelNames.Version, project.Get("PackageVersion") ?? project.Get("Version"));
        Add(OciLabelNames.Source, string.IsNullOrEmpty(image.SourceUrl) ? null : RepositoryAddress.Public(image.SourceUrl));
        Add(OciLabelNames.Revision, image.SourceRevision);
        Add(OciLabelNames.Vendor, Company(project));
        Add(OciLabelNames.RefName, image.ImageTags.FirstOrDefault());

        // The SDK writes the base as the project named it; what it builds on is that image at this digest.
        if (labels.ContainsKey(OciLabelNames.BaseName))
        {
            labels[OciLabelNames.BaseName] = (baseDigest is null ? baseImage : baseImage.WithDigest(baseDigest)).ToString();
        }

        return [.. labels];
    }

    /// <summary>The company, unless it is only the SDK's default, the assembly's name.</summary>
    private static string? Company(ProjectFacts project) =>
        project.Get("Company") is { } company && company != project.AssemblyName ? company : null;
}
