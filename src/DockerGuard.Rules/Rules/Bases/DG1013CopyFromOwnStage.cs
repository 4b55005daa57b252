using System;
using System.Globalization;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>A stage takes files from itself, which no builder can do. Source: hadolint DL3023, Trivy DS-0006.</summary>
public sealed class DG1013CopyFromOwnStage : StageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1013CopyFromOwnStage", "files from the own stage", Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3023", Severity.Error), new("trivy", "DS-0006"),
            new("kics", "cdddb86f-95f6-4fc4-b5a1-483d9afceb2b"),
        ],
        ExplainsRefusals = true,
    };

    public override void Check(StageEvaluation stage, FileContext context)
    {
        foreach (var source in stage.Sources)
        {
            if (source.Stage is null && source.NamedContext is null && IsOwn(source, stage.Stage))
                Report(source.Name, source.Span, context);
        }
    }

    /// <summary>Reports the place where a stage names itself.</summary>
    internal static void Report(string name, SourceSpan span, FileContext context) =>
        context.Report(span, $"the stage '{name}' takes files from itself");

    /// <summary>A number is that of a stage in COPY only; a mount takes it for the name of an image.</summary>
    private static bool IsOwn(StageSource source, Stage stage)
    {
        if (source.Instruction is CopyInstruction
            && int.TryParse(source.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number == stage.Index;
        }

        return source.Name.Equals(stage.Name, StringComparison.OrdinalIgnoreCase);
    }
}
