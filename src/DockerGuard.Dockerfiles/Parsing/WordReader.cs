using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Dockerfiles.Words;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>Divides arguments into words.</summary>
internal static class WordReader
{
    /// <summary>Words divided at plain white space; quotes do not hold them together.</summary>
    public static List<Word> ReadSeparated(LogicalLine line, int start, int end, char escape)
    {
        var words = new List<Word>();
        var text = line.Text;
        while (start < end)
        {
            var stop = start;
            while (stop < end && !Characters.IsSeparator(text[stop])) stop++;
            words.Add(Expandable(line, start, stop, escape));
            start = stop;
            while (start < end && Characters.IsSeparator(text[start])) start++;
        }

        return words;
    }

    /// <summary>
    /// Where words lie when quotes hold white space together, as in <c>ENV</c>, <c>LABEL</c> and <c>ARG</c>.
    /// </summary>
    public static List<(int Start, int End)> FindQuoted(string text, int start, int end, char escape)
    {
        var words = new List<(int, int)>();
        var at = start;
        while (true)
        {
            at = Characters.SkipSpace(text, at, end);
            if (at == end) return words;
            var wordStart = at;
            var stop = ReadQuoted(text, ref at, end, escape);
            if (stop > wordStart) words.Add((wordStart, stop));
        }
    }

    public static Word Expandable(LogicalLine line, int start, int end, char escape)
    {
        var text = line.Slice(start, end);
        var value = Unquoting.Unquote(text, escape, out var hasVariables);
        return Make(line, start, end, text, value, hasVariables);
    }

    public static Word Verbatim(LogicalLine line, int start, int end)
    {
        var text = line.Slice(start, end);
        return Make(line, start, end, text, text, hasVariables: false);
    }

    public static Word Make(LogicalLine line, int start, int end, string text, string value, bool hasVariables)
    {
        if (start == end)
        {
            // An empty value belongs to what stands before it, not to the line a continuation leads to.
            var place = start > 0 ? line.ToSource(start - 1) + 1 : line.ToSource(start);
            return new Word(line.Source, place, 0, text, value, hasVariables);
        }

        var from = line.ToSource(start);
        return new Word(line.Source, from, line.ToSourceEnd(start, end) - from, text, value, hasVariables);
    }

    /// <summary>
    /// Reads to the end of a word; the result is where it ends, which leaves out an escape as the very last character.
    /// </summary>
    private static int ReadQuoted(string text, ref int at, int end, char escape)
    {
        var quote = '\0';
        for (; at < end; at++)
        {
            var c = text[at];
            if (quote == '\0' && Characters.IsSpace(c)) return at;
            if (c == escape && quote != '\'')
            {
                if (at + 1 == end)
                {
                    at = end;
                    return end - 1;
                }

                at++;
            }
            else if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
        }

        return end;
    }
}
