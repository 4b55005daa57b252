using DockerGuard.Dockerfiles.Parsing;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>
/// The frontend image a file asks for (BuildKit's <c>DetectSyntax</c>): <c># syntax=</c> or <c>//syntax=</c> in the
/// first lines, none of them indented and a <c>#!</c> line before them allowed, or the member <c>syntax</c> of a file
/// that is one JSON object.
/// </summary>
/// <param name="Image">The image: the text up to its first space.</param>
/// <param name="Text">All that stands after the equals sign, or in the JSON string.</param>
/// <param name="Span">The place of the text; of the JSON string with its quotes.</param>
public sealed record SyntaxImage(string Image, string Text, SourceSpan Span)
{
    internal static SyntaxImage? Detect(SourceText source)
    {
        var text = source.Text;
        var firstLine = text.Length > 0 && StartsWith(text, LineStart(source, 0), "#!") ? 1 : 0;
        if (firstLine >= source.LineCount) return null;
        var start = LineStart(source, firstLine);
        if (start == text.Length) return null;
        return text[start] switch
        {
            '#' => FromDirectives(source, firstLine, "#"),
            '/' => FromDirectives(source, firstLine, "//"),
            _ => FromJson(source, start),
        };
    }

    private static SyntaxImage? FromDirectives(SourceText source, int line, string comment)
    {
        var reader = new DirectiveReader(source);
        for (; line < source.LineCount; line++)
        {
            int start = LineStart(source, line), end = source.LineContentEnd(line);
            if (!StartsWith(source.Text, start, comment)) return null;
            if (reader.Read(
                source.LineStart(line), source.LineEnd(line), start, end, comment.Length) is not { } directive
                || reader.HasDuplicate)
            {
                return null;
            }

            if (directive.Name == "syntax") return Of(directive.Value, directive.ValueSpan);
        }

        return null;
    }

    private static SyntaxImage? FromJson(SourceText source, int start) =>
        JsonReader.FindMember(source.Text, start, "syntax") is { } found
            ? new SyntaxImage(found.Value, found.Value, source.GetSpan(found.Start, found.End - found.Start))
            : null;

    private static SyntaxImage Of(string value, SourceSpan span)
    {
        var space = value.IndexOf(' ');
        return new SyntaxImage(space < 0 ? value : value.Substring(0, space), value, span);
    }

    private static int LineStart(SourceText source, int line) =>
        source.LineStart(line) + (line == 0 && source.HasByteOrderMark ? 1 : 0);

    private static bool StartsWith(string text, int start, string prefix) =>
        string.CompareOrdinal(text, start, prefix, 0, prefix.Length) == 0;
}
