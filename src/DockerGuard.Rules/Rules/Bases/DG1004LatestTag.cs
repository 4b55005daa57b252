using System;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>An image is taken as <c>latest</c>. Source: hadolint DL3007, Trivy DS-0001, Checkov CKV_DOCKER_7.</summary>
public sealed class DG1004LatestTag : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1004LatestTag", "tag latest", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3007"), new("trivy", "DS-0001"), new("checkov", "CKV_DOCKER_7"),
            new("kics", "f45ea400-6bbe-4501-9fc7-1c3d75c32067"),
        ],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var used in image.UsedImages)
        {
            if (used.HasUnresolvedVariable || used.Reference is not { Digest: null, Tag: { } tag }) continue;
            if (!tag.Equals("latest", StringComparison.Ordinal)) continue;
            context.Report(used.Origin, Message(used.Written));
        }
    }

    internal static string Message(string name) => $"image '{name}' is taken by the moving tag latest";
}
