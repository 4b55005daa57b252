using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The comment above an ARG or a named stage does not begin with its name, so tools cannot show it as a description.
/// Source: BuildKit InvalidDefinitionDescription.
/// </summary>
/// <param name="readsIndented">True when an indented comment describes something.</param>
public sealed class DG6003MismatchedDescriptionComment(bool readsIndented = true) : FileRule
{
    private readonly bool _readsIndented = readsIndented;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG6003MismatchedDescriptionComment", "comment that describes nothing below it", Severity.Off)
    {
        Aliases = [new("buildkit", "InvalidDefinitionDescription", Severity.Off)],
        IsExperimental = true,
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var instruction in file.Instructions)
        {
            if (instruction is FromInstruction { StageName: { } stage }) Check(instruction, [stage], context);
            else if (instruction is ArgInstruction arg)
                Check(arg, [.. arg.Pairs.Select(static pair => pair.Key)], context);
        }
    }

    private void Check(Instruction instruction, List<Word> named, FileContext context)
    {
        if (instruction.LeadingComments.Count == 0 || named.Count == 0) return;
        var comment = instruction.LeadingComments[instruction.LeadingComments.Count - 1];
        var names = named.ConvertAll(word => instruction is FromInstruction ? word.Text.ToLowerInvariant() : word.Text);
        var isLost = comment.Span.Column > 1 && !_readsIndented;
        if (!isLost && names.Contains(comment.Text.Split(' ')[0])) return;
        context.Report(
            named[0].Span,
            $"comment above {instruction.Keyword} '{names[0]}' does not begin with its name, so it describes nothing",
            values: [instruction.Keyword, .. names]);
    }
}
