using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A platform without the two variables that may stand there.</summary>
internal sealed class DL3029ConstantPlatform : InstructionRule
{
    private static readonly string[] Allowed = ["BUILDPLATFORM", "TARGETPLATFORM"];

    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1008ConstantPlatform>();

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not FromInstruction { IsOnBuild: false, Stage: not null, Platform: { } flag }) return;
        if (flag.Value is not { Length: > 0 } value) return;
        if (!Allowed.Any(name => value.IndexOf(name, StringComparison.Ordinal) >= 0))
            DG1008ConstantPlatform.Report(flag, context);
    }
}
