using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// An empty line stands inside a continued instruction, which goes on below it. Source: BuildKit NoEmptyContinuation.
/// </summary>
/// <param name="namesEnd">
/// True to report the end of the instruction, and not the sign that leads to the empty line.
/// </param>
public sealed class DG5007EmptyContinuationLine(bool namesEnd = false) : FileRule
{
    private readonly bool _namesEnd = namesEnd;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5007EmptyContinuationLine",
        "empty line in a continued instruction",
        Severity.Warning,
        strict: Severity.Error)
    {
        Aliases = [new("buildkit", "NoEmptyContinuation")],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var instruction in file.Instructions.Where(static instruction => instruction.HasEmptyContinuationLine))
            Check(instruction, file, context);
    }

    private void Check(Instruction instruction, Dockerfile file, FileContext context)
    {
        var text = file.Text;
        // The lines of a heredoc's body are no continuation.
        var end = instruction.Heredocs.Count > 0
            ? instruction.Heredocs[0].Start
            : instruction.Start + instruction.Length;
        var empty = new List<TextEdit>();
        int sign = -1, last = 0;
        for (var start = instruction.Start; start < end; start = last)
        {
            var newline = text.IndexOf('\n', start, end - start);
            last = newline < 0 ? end : newline + 1;
            var line = text.Substring(start, last - start).Trim();
            if (line.Length == 0) empty.Add(new TextEdit(start, last - start, ""));
            else if (empty.Count == 0 && line[0] != '#')
                sign = start + text.Substring(start, last - start).TrimEnd().Length - 1;
        }

        var span = _namesEnd ? file.GetSpan(end - 1, 0) : file.GetSpan(sign, 1);
        var fix = new Fix(empty.Count == 1 ? "remove the empty line" : "remove the empty lines", empty);
        context.Report(
            span,
            $"{instruction.Keyword} goes on below an empty line, which looks like its end",
            fix,
            [instruction.Keyword]);
    }
}
