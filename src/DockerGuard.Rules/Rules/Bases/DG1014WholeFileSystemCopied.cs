using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;

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
        if (context.Follows(Profiles.Hadolint) ? copy.IsOnBuild : !TakesWhatItShouldNot(copy, context)) return;
        foreach (var source in copy.Sources)
        {
            if (source.Value == "/") context.Report(source.Span, $"COPY takes the whole file system of '{from}', with all its tools and temporary files");
        }
    }

    /// <summary>
    /// Into an empty image it is the way to make one layer of many; and an image that is used as it is may hold nothing but what is to be
    /// copied. A stage that did work, and a .NET image, hold more.
    /// </summary>
    private static bool TakesWhatItShouldNot(CopyInstruction copy, RuleContext context)
    {
        if (copy.IsOnBuild || copy.Stage is not { } stage || context.Build[stage].IsScratch) return false;
        var source = context.Build[stage].Sources.FirstOrDefault(candidate => candidate.Instruction == copy);
        if (source?.Stage is { Stage.Instructions.Count: > 0 }) return true;
        return ImageReference.TryParse(source?.Stage?.ImageName ?? source?.Name, out var image) && context.Catalog.Find(image) is not null;
    }
}
