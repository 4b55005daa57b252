using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>Several sources of COPY and a destination without a slash, whatever it is; not in ONBUILD.</summary>
internal sealed class DL3021CopyDestinationNotFolder : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5025CopyDestinationNotFolder>();

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Copy];

    public override void Check(Instruction instruction, FileContext context)
    {
        var copy = (CopyInstruction)instruction;
        if (!copy.IsOnBuild && DG5025CopyDestinationNotFolder.FileOfSeveral(copy) is { } destination)
            DG5025CopyDestinationNotFolder.Report(copy, destination, context);
    }
}
