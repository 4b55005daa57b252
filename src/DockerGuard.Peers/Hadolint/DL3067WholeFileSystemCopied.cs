using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A COPY of a whole file system, whatever it holds.</summary>
internal sealed class DL3067WholeFileSystemCopied : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1014WholeFileSystemCopied>();

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var copy in file.Instructions.OfType<CopyInstruction>())
            DG1014WholeFileSystemCopied.Check(copy, context);
    }
}
