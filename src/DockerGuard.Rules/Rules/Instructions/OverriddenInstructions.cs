using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>Instructions of which only the last of a stage counts. Source: BuildKit MultipleInstructionsDisallowed.</summary>
internal static class OverriddenInstructions
{
    /// <summary>Reports each one that a later one of its stage overrides; in hadolint's profile the later one, as hadolint does.</summary>
    public static void Report(Dockerfile file, InstructionKind kind, FileContext context)
    {
        Instruction? earlier = null;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Kind == InstructionKind.From) earlier = null;
            if (instruction.Kind != kind || (instruction.Stage is { } stage && !context.LooksInto(stage))) continue;
            if (earlier is not null) Report(earlier, instruction, file, context);
            earlier = instruction;
        }
    }

    private static void Report(Instruction earlier, Instruction later, Dockerfile file, FileContext context)
    {
        var keyword = earlier.Keyword;
        if (context.Follows(Profiles.Hadolint))
        {
            context.Report(later.KeywordSpan, $"{keyword} overrides the one of line {earlier.StartLine}; only the last of a stage counts", Remove(earlier, file));
            return;
        }

        context.Report(
            earlier.KeywordSpan, $"{keyword} has no effect: the one of line {later.Span.Line} overrides it", Remove(earlier, file),
            $"Multiple {later.KeywordText} instructions should not be used in the same stage because only the last one will be used", later);
    }

    /// <summary>Takes the lines away; not where a comment speaks about them, for it would speak about the next instruction then.</summary>
    private static Fix? Remove(Instruction earlier, Dockerfile file)
    {
        if (earlier.Stage is null || earlier.LeadingComments.Count > 0 || file.Text.IndexOf('#', earlier.Start, earlier.Length) >= 0) return null;
        return new Fix($"remove the {earlier.Keyword} without effect", new TextEdit(earlier.Start, earlier.Length, ""));
    }
}
