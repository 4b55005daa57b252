using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A stage that has no HEALTHCHECK and inherits none.</summary>
internal sealed class DL3057MissingHealthcheck : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG2006MissingHealthcheck>();

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var stage in HadolintText.StagesWithout(file, HasHealthcheck))
            context.Report(stage.From.Image?.Span ?? stage.From.Span, "the stage has no HEALTHCHECK and inherits none");
    }

    private static bool HasHealthcheck(Stage stage) =>
        stage.Instructions.Any(instruction => instruction.Kind == InstructionKind.Healthcheck);
}
