using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>All files of another stage or image are laid over those of this one. Source: hadolint DL3067.</summary>
public sealed class DG1014WholeFileSystemCopied : StageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1014WholeFileSystemCopied", "whole file system copied", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3067")],
    };

    public override void Check(StageEvaluation stage, FileContext context)
    {
        // Into an empty image it is the way to make one layer of many.
        if (stage.IsScratch) return;
        foreach (var source in stage.Sources)
            if (source.Instruction is CopyInstruction copy && HoldsMoreThanMeant(source, context)) Check(copy, context);
    }

    /// <summary>Reports each source that is a whole file system.</summary>
    internal static void Check(CopyInstruction copy, FileContext context)
    {
        if (copy.From is not { Value: { } from } || copy.Destination is not { Value: "/" }) return;
        foreach (var source in copy.Sources)
        {
            if (source.Value == "/")
            {
                context.Report(
                    source.Span,
                    $"COPY takes the whole file system of '{from}', with all its tools and temporary files");
            }
        }
    }

    /// <summary>
    /// A stage that did work and a .NET image do; another image that is used as it is may hold nothing but what is to
    /// be copied.
    /// </summary>
    private static bool HoldsMoreThanMeant(StageSource source, FileContext context) =>
        source.Stage is { Stage.Instructions.Count: > 0 }
        || (source.Stage is { } stage ? context.ImageOf(stage) : context.ImageOf(source))?.Catalog is not null;
}
