using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>
/// Instructions of which only the last of a stage counts. Source: BuildKit MultipleInstructionsDisallowed.
/// </summary>
internal static class OverriddenInstructions
{
    /// <summary>Reports each one that a later one of its stage overrides.</summary>
    public static void Report(Dockerfile file, InstructionKind kind, FileContext context)
    {
        foreach (var (earlier, later) in Pairs(file, kind, context))
        {
            context.Report(
                earlier.KeywordSpan,
                $"{earlier.Keyword} has no effect: the one of line {later.Span.Line} overrides it",
                Remove(earlier, file),
                [later.KeywordText], later);
        }
    }

    /// <summary>Each one that a later one of its stage overrides, and that one.</summary>
    public static IEnumerable<(Instruction Earlier, Instruction Later)> Pairs(
        Dockerfile file, InstructionKind kind, FileContext context)
    {
        Instruction? earlier = null;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Kind == InstructionKind.From) earlier = null;
            if (instruction.Kind != kind || (instruction.Stage is { } stage && !context.LooksInto(stage))) continue;
            if (earlier is not null) yield return (earlier, instruction);
            earlier = instruction;
        }
    }

    /// <summary>
    /// Takes the lines away; not where a comment speaks about them, for it would speak about the next instruction then.
    /// </summary>
    public static Fix? Remove(Instruction earlier, Dockerfile file)
    {
        if (earlier.Stage is null
            || earlier.LeadingComments.Count > 0
            || file.Text.IndexOf('#', earlier.Start, earlier.Length) >= 0)
        {
            return null;
        }

        return new Fix($"remove the {earlier.Keyword} without effect", new TextEdit(earlier.Start, earlier.Length, ""));
    }
}
