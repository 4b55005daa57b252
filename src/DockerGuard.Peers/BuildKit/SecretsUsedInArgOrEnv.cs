using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.BuildKit;

/// <summary>
/// A secret by the words of its name; the ARGs before the first FROM are run apart, and not looked at.
/// </summary>
internal sealed class SecretsUsedInArgOrEnv : InstructionRule
{
    private readonly DG3001SecretInArgOrEnv _rule = new(DG3001SecretInArgOrEnv.HasSecretWord);

    public override RuleDescriptor Descriptor => _rule.Descriptor;

    public override IReadOnlyList<InstructionKind> Kinds => _rule.Kinds;

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction.Stage is not null) _rule.Check(instruction, context);
    }
}
