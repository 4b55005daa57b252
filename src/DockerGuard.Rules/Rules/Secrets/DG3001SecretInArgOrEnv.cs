using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A secret passes through ARG or ENV and stays in the image's history. Source: BuildKit SecretsUsedInArgOrEnv,
/// hadolint DL3064, Trivy DS-0031, CIS 4.10.
/// </summary>
/// <param name="looksSecret">Tells a secret by its name; our own way when null.</param>
public sealed class DG3001SecretInArgOrEnv(Func<string, bool>? looksSecret = null) : InstructionRule
{
    private readonly Func<string, bool> _looksSecret = looksSecret ?? SecretNames.LooksSecret;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG3001SecretInArgOrEnv", "secret in ARG or ENV", Severity.Error, cis: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "SecretsUsedInArgOrEnv"), new("hadolint", "DL3064"), new("trivy", "DS-0031"),
            new("dockle", "CIS-DI-0010"), new("cis", "CIS-4.10"),
        ],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Arg, InstructionKind.Env];

    /// <summary>True when a word between the name's underscores is one of BuildKit's list.</summary>
    internal static bool HasSecretWord(string name) => SecretNames.HasSecretWord(name);

    public override void Check(Instruction instruction, FileContext context)
    {
        var pairs = instruction is ArgInstruction arg ? arg.Pairs : ((EnvInstruction)instruction).Pairs;
        foreach (var pair in pairs)
        {
            var name = pair.Key.Value;
            if (_looksSecret(name))
            {
                context.Report(
                    pair.Key.Span,
                    $"{instruction.Keyword} '{name}' looks like a secret, and everyone who has the image can read it",
                    values: [instruction.Keyword, name]);
            }
        }
    }
}
