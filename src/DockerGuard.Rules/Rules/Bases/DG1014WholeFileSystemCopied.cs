using System.Collections.Generic;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>All files of another stage or image are laid over those of this one. Source: hadolint DL3067.</summary>
public sealed class DG1014WholeFileSystemCopied : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new("DG1014WholeFileSystemCopied", "whole file system copied", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3067")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Copy];

    public override void Check(Instruction instruction, RuleContext context)
    {
        var copy = (CopyInstruction)instruction;
        if (copy.From is not { Value: { } from } || copy.Destination is not { Value: "/" }) return;
        var isHadolint = context.Follows(Profiles.Hadolint);
        if (isHadolint && copy.IsOnBuild) return;
        // Into an empty image it is the way to make one layer of many, and lays nothing over anything.
        if (!isHadolint && copy.Stage is { } stage && context.Build[stage].IsScratch) return;
        foreach (var source in copy.Sources)
        {
            if (source.Value == "/") context.Report(source.Span, $"COPY takes the whole file system of '{from}', with all its tools and temporary files");
        }
    }
}
