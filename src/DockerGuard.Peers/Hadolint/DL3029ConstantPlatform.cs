using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A platform without the two variables that may stand there.</summary>
internal sealed class DL3029ConstantPlatform : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1008ConstantPlatform>();

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not FromInstruction { IsOnBuild: false, Stage: not null, Platform: { Value: { Length: > 0 } value } flag }) return;
        if (!Holds(value, "BUILDPLATFORM") && !Holds(value, "TARGETPLATFORM")) DG1008ConstantPlatform.Report(flag, context);
    }

    private static bool Holds(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
}
