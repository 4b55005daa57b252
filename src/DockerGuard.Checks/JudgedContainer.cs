using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Labels;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks;

/// <summary>The image of a project as it will be on one reading of its base, and what the rules find in it.</summary>
/// <param name="Images">The image on every platform that is known by itself.</param>
/// <param name="Labels">
/// Its labels as far as they are known: the project's and the SDK's, and what completes them.
/// </param>
/// <param name="LabelCount">The labels it will have, those among them that the SDK writes last.</param>
/// <param name="Digest">What it is built on; null when its base is not pinned.</param>
/// <param name="Found">The findings; nobody has silenced any.</param>
internal sealed record JudgedContainer(
    PlatformImages Images, IReadOnlyList<ImageLabel> Labels, int LabelCount, string? Digest, LintResult Found)
{
    /// <summary>Judges the image on a base.</summary>
    public static JudgedContainer On(BaseReading reading, ContainerCheckInput input, Policy.Policy policy)
    {
        var digest = input.Container.BaseImage.Digest ?? (input.PinsBase ? reading.Digest : null);
        var labels = LabelsOf(input, digest);
        var coming = input.Container.GeneratesLabels ? OciLabels.WrittenLast(input.Project) : [];
        var container = input.Container with { Labels = labels, ComingLabels = coming };
        var images = ImagesOn(reading, input with { Container = container }, policy);
        var count = labels.Select(static label => label.Key).Union(coming).Count();
        return new JudgedContainer(images, labels, count, digest, images.Check(policy.Settings));
    }

    /// <summary>The image on every platform of a base, with the labels the project gives it.</summary>
    public static PlatformImages ImagesOn(BaseReading reading, ContainerCheckInput input, Policy.Policy policy)
    {
        var reader = new ProjectModelReader(input.Container, input.Project, input.Elements);
        return new PlatformImages(
        [
            .. reading.Platforms.Select(
                one => new PlatformImage(
                    one.Platform, reader.Read(ImageCatalog.Default, policy.Mirrors, one.Config))),
        ]);
    }

    private static IReadOnlyList<ImageLabel> LabelsOf(ContainerCheckInput input, string? digest)
    {
        var container = input.Container;
        var facts = new LabelFacts(input.Project, container.BaseImage.WithDigest(digest))
        {
            SourceUrl = container.SourceUrl,
            SourceRevision = container.SourceRevision,
            Tag = container.Tags.Count > 0 ? container.Tags[0] : null,
        };
        return OciLabels.Complete(
            container.Labels, container.GeneratesLabels ? facts : null, container.SuppressedLabels);
    }
}
