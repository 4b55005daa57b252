using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A stage has more than one HEALTHCHECK, and all but the last are dead. Source: BuildKit
/// MultipleInstructionsDisallowed, hadolint DL3012, Trivy DS-0023.
/// </summary>
public sealed class DG5013RepeatedHealthcheck : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5013RepeatedHealthcheck", "repeated HEALTHCHECK", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "MultipleInstructionsDisallowed"), new("hadolint", "DL3012", Severity.Error),
            new("trivy", "DS-0023"),
        ],
    };

    public override void Check(Dockerfile file, FileContext context) =>
        OverriddenInstructions.Report(file, InstructionKind.Healthcheck, context);
}
