using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>ADD of files, also where a variable may hold an address; not in ONBUILD.</summary>
internal sealed class DL3020AddInsteadOfCopy : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5001AddInsteadOfCopy>();

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Add];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (!instruction.IsOnBuild) DG5001AddInsteadOfCopy.CheckFiles((AddInstruction)instruction, context);
    }
}
