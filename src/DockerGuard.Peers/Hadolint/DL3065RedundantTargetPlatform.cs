using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>The platform of the target, written just so.</summary>
internal sealed class DL3065RedundantTargetPlatform : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1009RedundantTargetPlatform>();

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not FromInstruction { IsOnBuild: false, Platform: { } flag }) return;
        if (flag.Value is "$TARGETPLATFORM" or "${TARGETPLATFORM}") DG1009RedundantTargetPlatform.Report(flag, context);
    }
}
