using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The Dockerfile says nothing of the image's health. Source: CIS Docker Benchmark 4.6; hadolint DL3057, Trivy DS-0026,
/// Checkov CKV_DOCKER_2, dockle CIS-DI-0006.
/// </summary>
public sealed class DG2006MissingHealthcheck : ImageRule
{
    public override RuleDescriptor Descriptor { get; } =
        new("DG2006MissingHealthcheck", "no HEALTHCHECK", Severity.Off, strict: Severity.Info, cis: Severity.Warning)
        {
            Aliases =
            [
                new("hadolint", "DL3057", Severity.Off), new("trivy", "DS-0026"), new("checkov", "CKV_DOCKER_2"),
                new("kics", "b03a748a-542d-44f4-bb86-9199ab4fd2d5"), new("dockle", "CIS-DI-0006"),
                new("cis", "CIS-4.6"),
            ],
        };

    public override void Check(ImageModel image, RuleContext context)
    {
        // HEALTHCHECK NONE is a decision.
        if (!image.CanHaveHealthcheck || image.Healthcheck is not null) return;
        // Chiseled and distroless images bring nothing that could ask the app; there an orchestrator's probes do.
        if (image.Base is { Catalog.Family.IsDistroless: true }) return;
        context.Report(
            image.FixOrigin, "the image has no HEALTHCHECK, so Docker cannot tell a hanging app from a working one");
    }
}
