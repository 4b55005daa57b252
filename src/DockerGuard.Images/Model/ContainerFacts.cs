using System.Collections.Generic;
using DockerGuard.Oci;

namespace DockerGuard.Images.Model;

/// <summary>
/// The container properties and items of a project whose image the SDK makes, as MSBuild evaluated them.
/// </summary>
public sealed record ContainerFacts
{
    /// <summary>Absolute path of the project file, where an absent thing is mended.</summary>
    public required string ProjectFile { get; init; }

    /// <summary>The base image that is built on, before it is pinned.</summary>
    public required ImageReference BaseImage { get; init; }

    /// <summary>
    /// <c>ContainerBaseImage</c> as the project wrote it; null or empty when the base was chosen for it.
    /// </summary>
    public string? WrittenBaseImage { get; init; }

    /// <summary>The platforms of the image as runtime identifiers, such as <c>linux-x64</c>.</summary>
    public IReadOnlyList<string> RuntimeIdentifiers { get; init; } = [];

    /// <summary><c>ContainerImageTags</c>: the names the image is pushed as.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// True when the image goes to a registry, false when it stays in the local engine or an archive.
    /// </summary>
    public bool IsPushed { get; init; }

    /// <summary><c>ContainerUser</c>; null or empty when the project says nothing.</summary>
    public string? User { get; init; }

    /// <summary><c>ContainerPort</c>: the number and its <c>Type</c>.</summary>
    public IReadOnlyList<WrittenPort> Ports { get; init; } = [];

    /// <summary><c>ContainerEnvironmentVariable</c> with its <c>Value</c>.</summary>
    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    /// <summary><c>ContainerLabel</c> with its <c>Value</c>.</summary>
    public IReadOnlyList<ImageLabel> Labels { get; init; } = [];

    /// <summary>The names of further labels, whose values nobody knows before the image is made.</summary>
    public IReadOnlyList<string> ComingLabels { get; init; } = [];

    /// <summary><c>ContainerGenerateLabels</c>; when false the SDK writes no labels, ours included.</summary>
    public bool GeneratesLabels { get; init; } = true;

    /// <summary>The last parts of the names of labels whose <c>ContainerGenerateLabels…</c> switch is off.</summary>
    public IReadOnlyList<string> SuppressedLabels { get; init; } = [];

    /// <summary>Where the sources are; null or empty when that is not known.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The commit that is built; null or empty when it is not known.</summary>
    public string? SourceRevision { get; init; }
}
