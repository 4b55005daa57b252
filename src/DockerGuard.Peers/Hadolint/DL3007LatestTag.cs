using DockerGuard.Dockerfiles;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>An image of FROM whose name, as written, has the tag latest.</summary>
internal sealed class DL3007LatestTag : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1004LatestTag>();

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var used in HadolintText.Images(file))
        {
            if (used is { IsBase: true, HasDigest: false, Tag: "latest" })
                context.Report(used.Span, DG1004LatestTag.Message(used.Name));
        }
    }
}
