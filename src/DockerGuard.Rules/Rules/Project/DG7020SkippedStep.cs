using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A command says <c>--no-restore</c> or <c>--no-build</c>, and nothing has restored or built before it what it takes.
/// No peer reads the commands of a build.
/// </summary>
public sealed class DG7020SkippedStep : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7020SkippedStep", "a command skips a step that nothing has done", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var step in image.SkippedSteps)
        {
            var (option, lack) = step.IsBuild
                ? ("--no-build", "nothing is built before it")
                : ("--no-restore", "nothing is restored before it");
            if (step.Other is { } other) lack = Difference(step, other);
            context.Report(step.Origin, $"{step.Command} says {option}, and {lack}");
        }
    }

    private static string Difference(SkippedStep step, string other) =>
        $"{other} {(step.IsBuild ? "builds" : "restores")} another {step.Difference}";
}
