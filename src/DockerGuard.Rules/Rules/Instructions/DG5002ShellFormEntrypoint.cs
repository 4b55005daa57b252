using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// ENTRYPOINT or CMD in shell form: signals stop at the shell, and a distroless base has none. Source: hadolint DL3025,
/// BuildKit JSONArgsRecommended.
/// </summary>
public sealed class DG5002ShellFormEntrypoint : StageRule
{
    private static readonly string[] DefaultShells = ["/bin/sh -c", "cmd /S /C"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5002ShellFormEntrypoint", "shell-form entry point", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3025"), new("buildkit", "JSONArgsRecommended"),
            new("kics", "b86987e1-6397-4619-81d5-8807f2387c79"),
        ],
    };

    public override void Check(StageEvaluation stage, FileContext context)
    {
        var shellIsChosen = IsShellInherited(stage);
        foreach (var instruction in stage.Stage.Instructions)
        {
            // Whoever writes SHELL means the shell; BuildKit keeps silent then too.
            shellIsChosen |= instruction.Kind == InstructionKind.Shell;
            if (instruction.Kind is not (InstructionKind.Entrypoint or InstructionKind.Cmd)
                || shellIsChosen
                || instruction.IsJson)
            {
                continue;
            }

            Report(instruction, context, ExecForm.FixOf((CommandInstruction)instruction, stage, context));
        }
    }

    /// <summary>Reports an instruction whose command runs under a shell.</summary>
    internal static void Report(Instruction instruction, FileContext context, Fix? fix)
    {
        var harm = instruction.Kind == InstructionKind.Healthcheck ? "" : " that keeps signals from the app";
        context.Report(instruction.KeywordSpan, $"{instruction.Keyword} in shell form runs under a shell{harm}", fix,
            values: [instruction.KeywordText]);
    }

    /// <summary>True when a stage below, or the image at the root, has another shell than Docker's own.</summary>
    private static bool IsShellInherited(StageEvaluation stage) =>
        stage.Base?.Shell is { Count: > 0 }
            || (stage.BaseStage is { } below && !DefaultShells.Contains(string.Join(" ", below.EndState.Shell)));
}
