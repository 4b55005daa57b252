using DockerGuard.Dockerfiles;
using YamlDotNet.Core;

namespace DockerGuard.Policy.Yaml;

/// <summary>What is said of text that is not YAML, and where.</summary>
internal static class YamlSyntax
{
    /// <summary>The message for an error of the scanner or of ours.</summary>
    public static string Message(YamlException exception)
    {
        var text = exception.Message.TrimEnd('.', ' ').Replace("  ", " ");
        return "not valid YAML: " + char.ToLowerInvariant(text[0]) + text.Substring(1);
    }

    /// <summary>The region between two marks of the scanner.</summary>
    public static SourceSpan Span(Mark start, Mark end) =>
        new((int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

    /// <summary>The text's lines as the scanner counts them, without their ends.</summary>
    public static string[] Lines(string text) => text.Replace("\r\n", "\n").Split('\n', '\r');

    /// <summary>
    /// The region between two marks, inside the text: the scanner believes that every text ends with a line end, so an
    /// error at the end is moved back to the last line there is.
    /// </summary>
    public static SourceSpan SpanInside(string text, Mark start, Mark end)
    {
        var span = Span(start, end);
        var lines = Lines(text);
        var last = lines[lines.Length - 1].Length + 1;
        if (span.Line > lines.Length) return new SourceSpan(lines.Length, last, lines.Length, last);
        return span.EndLine > lines.Length ? span with { EndLine = lines.Length, EndColumn = last } : span;
    }
}
