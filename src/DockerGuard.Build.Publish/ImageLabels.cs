using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;

namespace DockerGuard.Build.Publish;

/// <summary>Completes the labels the SDK generates to the set the OCI image spec names (annotations.md), as far as the project has the values.</summary>
internal static class ImageLabels
{
    private const string Prefix = "org.opencontainers.image.";

    /// <summary>The project's and the SDK's labels, the last of a name winning, then the missing ones; sorted by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Complete(CheckContainer image, ProjectFacts project, ImageReference baseImage, string? baseDigest)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in image.Labels.Select(CheckContainer.Pair)) labels[label.Key] = label.Value;
        if (!image.GeneratesLabels) return [.. labels];

        void Add(string name, string? value)
        {
            if (image.SuppressedLabels.Contains(name)) return;
            if (!string.IsNullOrWhiteSpace(value) && !labels.ContainsKey(Prefix + name)) labels[Prefix + name] = value.Trim();
        }

        Add("title", project.AssemblyName);
        Add("version", project.Get("PackageVersion") ?? project.Get("Version"));
        Add("source", string.IsNullOrEmpty(image.SourceUrl) ? null : RepositoryAddress.Public(image.SourceUrl));
        Add("revision", image.SourceRevision);
        Add("vendor", Company(project));
        Add("ref.name", image.ImageTags.FirstOrDefault());

        // The SDK writes the base as the project named it; what it builds on is that image at this digest.
        if (labels.ContainsKey(Prefix + "base.name"))
        {
            labels[Prefix + "base.name"] = (baseDigest is null ? baseImage : baseImage.WithDigest(baseDigest)).ToString();
        }

        return [.. labels];
    }

    /// <summary>The company, unless it is only the SDK's default, the assembly's name.</summary>
    private static string? Company(ProjectFacts project) =>
        project.Get("Company") is { } company && company != project.AssemblyName ? company : null;
}
