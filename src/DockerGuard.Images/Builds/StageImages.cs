using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;

namespace DockerGuard.Images.Builds;

/// <summary>What is known of the .NET images that the stages of a file are made of.</summary>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="catalog">What is known of .NET images.</param>
/// <param name="mirrors">Where images may have been copied to.</param>
internal sealed class StageImages(BuildEvaluation evaluation, ImageCatalog catalog, RegistryMirrors mirrors)
{
    /// <summary>The image that a stage continues, itself or by way of others; null for one that is not known.</summary>
    public CatalogImage? Of(StageEvaluation stage) =>
        stage.ExternalFrom is { Image: not null, Stage: { } root }
            && ImageReference.TryParse(evaluation[root].ImageName, out var image)
            ? catalog.Find(image, mirrors)
            : null;

    /// <summary>True where the files of that image are those of its family, and Linux names them.</summary>
    public bool AreKnown(StageEvaluation stage) => Of(stage) is { Family.Libc: Libc.Glibc or Libc.Musl };
}
