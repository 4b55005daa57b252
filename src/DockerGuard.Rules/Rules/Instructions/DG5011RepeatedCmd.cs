using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A stage has more than one CMD, and all but the last are dead. Source: BuildKit MultipleInstructionsDisallowed,
/// hadolint DL4003, Trivy DS-0016.
/// </summary>
public sealed class DG5011RepeatedCmd : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5011RepeatedCmd", "repeated CMD", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("buildkit", "MultipleInstructionsDisallowed"), new("hadolint", "DL4003"), new("trivy", "DS-0016"),
            new("kics", "41c195f4-fc31-4a5c-8a1b-90605538d49f"),
        ],
    };

    public override void Check(Dockerfile file, FileContext context) =>
        OverriddenInstructions.Report(file, InstructionKind.Cmd, context);
}
