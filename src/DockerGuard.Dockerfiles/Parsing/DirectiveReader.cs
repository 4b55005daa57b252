using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>
/// Reads the block of parser directives at the top of a file (Dockerfile reference, "Parser directives").
/// </summary>
internal sealed class DirectiveReader
{
    private static readonly string[] Names = ["syntax", "escape", "check"];

    private readonly SourceText _source;
    private readonly bool[] _seen = new bool[Names.Length];
    private bool _isDone;

    public DirectiveReader(SourceText source) => _source = source;

    public char EscapeCharacter { get; private set; } = '\\';

    public List<Directive> Directives { get; } = [];

    /// <summary>Whether one was given twice.</summary>
    public bool HasDuplicate { get; private set; }

    /// <summary>Any other line ends the block.</summary>
    public void Finish() => _isDone = true;

    /// <summary>Reads a comment line as a directive; null, and the end of the block, when it is none.</summary>
    /// <param name="nodeStart">Offset of the line.</param>
    /// <param name="nodeEnd">Offset after the line, its newline included.</param>
    /// <param name="start">Offset of the comment sign.</param>
    /// <param name="end">Offset after the line's content.</param>
    /// <param name="signLength">Characters of the comment sign.</param>
    /// <param name="errors">Takes what is wrong; null when nobody asks.</param>
    public Directive? Read(
        int nodeStart, int nodeEnd, int start, int end, int signLength, List<DockerfileError>? errors = null)
    {
        if (_isDone) return null;
        var text = _source.Text;
        var nameStart = SkipBlank(text, start + signLength, end);
        var nameEnd = nameStart;
        while (nameEnd < end && IsLetter(text[nameEnd], nameEnd > nameStart)) nameEnd++;
        var at = SkipBlank(text, nameEnd, end);
        if (at + 1 >= end || text[at] != '=' || FindName(text, nameStart, nameEnd) is not (>= 0 and var index))
        {
            _isDone = true;
            return null;
        }

        var valueStart = SkipBlank(text, at + 1, end);
        if (valueStart == end) valueStart = end - 1;
        var valueEnd = end;
        while (valueEnd > valueStart + 1 && IsBlank(text[valueEnd - 1])) valueEnd--;
        var value = text.Substring(valueStart, valueEnd - valueStart);
        var name = Names[index];
        var directive = new Directive(
            _source, nodeStart, nodeEnd, start, Characters.TrimEnd(text, start, end), name, value, valueStart);
        if (_seen[index])
        {
            HasDuplicate = true;
            errors?.Add(new DockerfileError(
                DockerfileErrorKind.Directive, $"the directive '{name}' is given twice", directive.Span));
        }
        else if (name == "escape")
        {
            SetEscape(directive, errors);
        }

        _seen[index] = true;
        Directives.Add(directive);
        return directive;
    }

    private void SetEscape(Directive directive, List<DockerfileError>? errors)
    {
        if (directive.Value is "`" or "\\")
        {
            EscapeCharacter = directive.Value[0];
        }
        else
        {
            errors?.Add(new DockerfileError(
                DockerfileErrorKind.Directive,
                $"the escape character '{Sentence.Show(directive.Value)}' is neither '\\' nor '`'",
                directive.ValueSpan));
        }
    }

    private static int FindName(string text, int start, int end) => Array.FindIndex(
        Names, name => name.Length == end - start
            && string.Compare(text, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0);

    private static bool IsLetter(char c, bool orDigit) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (orDigit && c is >= '0' and <= '9');

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\f' or '\r';

    private static int SkipBlank(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start])) start++;
        return start;
    }
}
