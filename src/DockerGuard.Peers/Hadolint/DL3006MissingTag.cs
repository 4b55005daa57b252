using DockerGuard.Dockerfiles;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>An image of FROM whose name, as written, has no tag.</summary>
internal sealed class DL3006MissingTag : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1003MissingTag>();

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var used in HadolintText.Images(file))
        {
            if (used is { IsBase: true, HasDigest: false, Tag: null } && used.Name[0] != '$')
                context.Report(used.Span, DG1003MissingTag.Message(used.Name));
        }
    }
}
