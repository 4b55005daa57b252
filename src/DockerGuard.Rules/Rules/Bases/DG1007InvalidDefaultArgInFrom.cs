using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// Without build arguments the image in FROM is no image name, so a plain build fails. Source: BuildKit
/// InvalidDefaultArgInFrom.
/// </summary>
/// <param name="saysAll">
/// True to report also what another finding says, and where this build gives the argument.
/// </param>
public sealed class DG1007InvalidDefaultArgInFrom(bool saysAll = false) : InstructionRule
{
    private readonly bool _saysAll = saysAll;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG1007InvalidDefaultArgInFrom", "FROM that needs a build argument", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "InvalidDefaultArgInFrom")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not FromInstruction { IsOnBuild: false, Stage: { } stage, Image: { } image }) return;
        if (!_saysAll && (IsSaidElsewhere(image, stage, context) || IsGiven(stage, context))) return;
        if (context.Build.WhyDefaultImageIsInvalid(stage) is not { } problem) return;
        context.Report(
            image.Span, $"image '{image.Text}' is no image name unless a build argument is given: {problem}",
            values: [image.Text]);
    }

    /// <summary>
    /// A constant that is no image name is an error of the file, and an ARG nobody declared has a rule of its own.
    /// </summary>
    private static bool IsSaidElsewhere(Word image, Stage stage, FileContext context) =>
        !image.HasVariables || context.Build.UndeclaredInFrom(stage).Count > 0;

    /// <summary>This build gives the argument: requiring one is a way to work, and it works here.</summary>
    private static bool IsGiven(Stage stage, FileContext context) =>
        context.Build.Options.BuildArguments.Count > 0
        && context.Build[stage] is var build
        && (build.BaseStage is not null || ImageReference.TryParse(build.ImageName, out _));
}
