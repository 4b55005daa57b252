using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// ONBUILD holds an instruction that it cannot. Source: Dockerfile reference, ONBUILD; hadolint DL3043.
/// </summary>
public sealed class DG5026ForbiddenOnbuildInstruction : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5026ForbiddenOnbuildInstruction", "forbidden ONBUILD instruction", Severity.Error)
    {
        Aliases = [new("hadolint", "DL3043", Severity.Error)],
        ExplainsRefusals = true,
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.OnBuild];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (((OnBuildInstruction)instruction).Inner is not
            {
                Kind: InstructionKind.From
            or InstructionKind.Maintainer
            or InstructionKind.OnBuild
            } inner)
        {
            return;
        }

        context.Report(inner.KeywordSpan, $"ONBUILD cannot hold {inner.Keyword}");
    }
}
