using System.Collections.Generic;

namespace DockerGuard.Dockerfiles;

/// <summary>Reads the block of parser directives at the top of a file (Dockerfile reference, "Parser directives").</summary>
internal sealed class DirectiveReader
{
    private readonly SourceText source;
    private readonly HashSet<string> seen = [];
    private bool isDone;

    public DirectiveReader(SourceText source) => this.source = source;

    public char EscapeCharacter { get; private set; } = '\\';

    public List<Directive> Directives { get; } = [];

    /// <summary>Any other line ends the block.</summary>
    public void Finish() => isDone = true;

    /// <summary>Reads a comment line as a directive; null, and the end of the block, when it is none.</summary>
    public Directive? Read(int nodeStart, int nodeEnd, int start, int end, List<DockerfileError> errors)
    {
        if (isDone) return null;
        var text = source.Text;
        var nameStart = SkipBlank(text, start + 1, end);
        var nameEnd = nameStart;
        while (nameEnd < end && IsLetter(text[nameEnd], nameEnd > nameStart)) nameEnd++;
        var at = SkipBlank(text, nameEnd, end);
        var name = text.Substring(nameStart, nameEnd - nameStart).ToLowerInvariant();
        if (name is not ("syntax" or "escape" or "check") || at == end || text[at] != '=' || at + 1 == end)
        {
            isDone = true;
            return null;
        }
        var valueStart = SkipBlank(text, at + 1, end);
        if (valueStart == end) valueStart = end - 1;
        var valueEnd = end;
        while (valueEnd > valueStart + 1 && IsBlank(text[valueEnd - 1])) valueEnd--;
        var value = text.Substring(valueStart, valueEnd - valueStart);
        var directive = new Directive(source, nodeStart, nodeEnd, start, Characters.TrimEnd(text, start, end), name, value, valueStart);
        if (!seen.Add(name))
            errors.Add(new DockerfileError(DockerfileErrorKind.Directive, $"the directive '{Sentence.Show(name)}' is given twice", directive.Span));
        else if (name == "escape")
            SetEscape(directive, errors);
        Directives.Add(directive);
        return directive;
    }

    private void SetEscape(Directive directive, List<DockerfileError> errors)
    {
        if (directive.Value is "`" or "\\") EscapeCharacter = directive.Value[0];
        else errors.Add(new DockerfileError(DockerfileErrorKind.Directive, $"the escape character '{Sentence.Show(directive.Value)}' is neither '\\' nor '`'", directive.ValueSpan));
    }

    private static bool IsLetter(char c, bool orDigit) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (orDigit && c is >= '0' and <= '9');

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\f' or '\r';

    private static int SkipBlank(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start])) start++;
        return start;
    }
}
