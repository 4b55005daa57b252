using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A rule of ours that does not look into ONBUILD.</summary>
internal sealed class OutsideOnBuild(InstructionRule rule) : InstructionRule
{
    private readonly InstructionRule _rule = rule;

    public override RuleDescriptor Descriptor => _rule.Descriptor;

    public override IReadOnlyList<InstructionKind> Kinds => _rule.Kinds;

    public override void Check(Instruction instruction, FileContext context)
    {
        if (!instruction.IsOnBuild) _rule.Check(instruction, context);
    }
}
