using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Images.Labels;

/// <summary>What the labels of an image are made of.</summary>
/// <param name="Project">The evaluated project.</param>
/// <param name="BaseImage">The image it is built on, with a digest when it is pinned.</param>
public sealed record LabelFacts(ProjectFacts Project, ImageReference BaseImage)
{
    /// <summary>The .NET SDK that builds the application.</summary>
    public string? SdkVersion { get; init; }

    /// <summary>Where the sources are; the project's <c>RepositoryUrl</c> where nothing else is known.</summary>
    public string? SourceUrl { get; init; } = Project.Get("RepositoryUrl");

    /// <summary>The commit that is built; null when the image is not made yet.</summary>
    public string? SourceRevision { get; init; }

    /// <summary>The first tag the image is pushed as; null when it is not made yet.</summary>
    public string? Tag { get; init; }
}
