using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A stage has more than one ENTRYPOINT, and all but the last are dead. Source: BuildKit
/// MultipleInstructionsDisallowed, hadolint DL4004, Trivy DS-0007.
/// </summary>
public sealed class DG5012RepeatedEntrypoint : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5012RepeatedEntrypoint", "repeated ENTRYPOINT", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "MultipleInstructionsDisallowed"), new("hadolint", "DL4004", Severity.Error),
            new("trivy", "DS-0007"),
            new("kics", "6938958b-3f1a-451c-909b-baeee14bdc97"),
        ],
    };

    public override void Check(Dockerfile file, FileContext context) =>
        OverriddenInstructions.Report(file, InstructionKind.Entrypoint, context);
}
