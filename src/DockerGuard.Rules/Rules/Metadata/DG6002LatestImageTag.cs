using System;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The image is pushed under the moving tag <c>latest</c>, so a deployment cannot tell what it runs. Source: dockle
/// DKL-DI-0006.
/// </summary>
public sealed class DG6002LatestImageTag : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG6002LatestImageTag", "image pushed as latest", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("dockle", "DKL-DI-0006")],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        // An image that stays in the local engine is a developer's own affair.
        if (!image.IsPushed) return;
        foreach (var tag in image.Tags)
        {
            if (tag.Value.Equals("latest", StringComparison.Ordinal) && image.Tags.Count == 1)
            {
                context.Report(
                    tag.Origin, "the image is pushed as 'latest' only, so no deployment can name this build");
            }
        }
    }
}
