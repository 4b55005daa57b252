using System.Collections.Generic;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>A secret passes through ARG or ENV and stays in the image's history. Source: BuildKit SecretsUsedInArgOrEnv, hadolint DL3064, Trivy DS-0031, CIS 4.10.</summary>
public sealed class DG3001SecretInArgOrEnv : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new("DG3001SecretInArgOrEnv", "secret in ARG or ENV", Severity.Error, cis: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "SecretsUsedInArgOrEnv"), new("hadolint", "DL3064"), new("trivy", "DS-0031"),
            new("dockle", "CIS-DI-0010"), new("cis", "CIS-4.10"),
        ],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Arg, InstructionKind.Env];

    public override void Check(Instruction instruction, FileContext context)
    {
        // BuildKit runs the ARGs before the first FROM apart, and does not look at them.
        if (instruction.Stage is null && context.Follows(Profiles.BuildKit)) return;
        var pairs = instruction is ArgInstruction arg ? arg.Pairs : ((EnvInstruction)instruction).Pairs;
        foreach (var pair in pairs)
        {
            var name = pair.Key.Value;
            if (LooksSecret(name, context))
            {
                context.Report(pair.Key.Span, $"{instruction.Keyword} '{name}' looks like a secret, and everyone who has the image can read it",
                    peerMessage: $"Do not use ARG or ENV instructions for sensitive data ({instruction.Keyword} {BuildKitText.Quote(name)})");
            }
        }
    }

    private static bool LooksSecret(string name, FileContext context) =>
        context.Follows(Profiles.BuildKit) ? SecretNames.HasSecretWord(name)
        : context.Follows(Profiles.Hadolint) ? SecretNames.IsHadolintsSecret(name)
        : SecretNames.LooksSecret(name);
}
