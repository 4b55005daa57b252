using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>An image is named without tag or digest, so it means <c>latest</c>. Source: hadolint DL3006, Trivy DS-0001.</summary>
public sealed class DG1003MissingTag : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new("DG1003MissingTag", "image without a tag", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3006"), new("trivy", "DS-0001"), new("checkov", "CKV_DOCKER_7"),
            new("kics", "9efb0b2d-89c9-41a3-91ca-dcc0aec911fd"),
        ],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var used in image.UsedImages)
        {
            if (used.HasUnresolvedVariable || used.Reference is not { Tag: null, Digest: null }) continue;
            context.Report(used.Origin, $"image '{used.Written}' has no tag, so every build may get another one");
        }
    }
}
