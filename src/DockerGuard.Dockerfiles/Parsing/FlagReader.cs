using System.Collections.Generic;
using System.Text;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>
/// Reads the flags before an instruction's arguments as BuildKit does: byte by byte, so that each byte of a UTF-8
/// character becomes a character of its own, and with the backslash as escape whatever the directive says.
/// </summary>
internal static class FlagReader
{
    /// <summary>Adds the flags found and returns the offset where the arguments begin.</summary>
    public static int Read(LogicalLine line, int start, int end, ref List<Flag>? flags)
    {
        var text = line.Text;
        var at = start;
        while (true)
        {
            while (at < end && Characters.IsAsciiSpace(text[at])) at++;
            if (at + 1 >= end || text[at] != '-' || text[at + 1] != '-') return Characters.SkipSpace(text, at, end);
            var wordStart = at;
            var valueStart = -1;
            var word = ReadWord(text, ref at, end, ref valueStart);
            if (word == "--") return Characters.SkipSpace(text, at, end);
            var from = line.ToSource(wordStart);
            var sourceEnd = line.ToSourceEnd(wordStart, at);
            var valueFrom = valueStart < 0 || valueStart >= at ? sourceEnd : line.ToSource(valueStart);
            (flags ??= []).Add(new Flag(line.Source, word, from, sourceEnd - from, valueFrom));
        }
    }

    private static string ReadWord(string text, ref int at, int end, ref int valueStart)
    {
        var plainEnd = at;
        while (plainEnd < end && text[plainEnd] is > ' ' and < '\x7F' and not ('\\' or '"' or '\'')) plainEnd++;
        if (plainEnd == end || Characters.IsAsciiSpace(text[plainEnd]))
        {
            var equals = text.IndexOf('=', at, plainEnd - at);
            if (equals >= 0) valueStart = equals + 1;
            var plain = text.Substring(at, plainEnd - at);
            at = plainEnd;
            return plain;
        }

        var word = new StringBuilder();
        var quote = '\0';
        for (; at < end; at++)
        {
            var c = text[at];
            if (quote == '\0' && Characters.IsAsciiSpace(c)) break;
            if (c == '\\')
            {
                if (++at == end) break;
                c = text[at];
            }
            else if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
                continue;
            }
            else if (c == quote)
            {
                quote = '\0';
                continue;
            }

            if (c == '=' && valueStart < 0) valueStart = at + 1;
            if (c < 0x80)
            {
                word.Append(c);
                continue;
            }

            var ended = Utf8Text.AppendBytes(text, at, word, stopAtSpace: quote == '\0');
            at += Utf8Text.CharacterLength(text, at) - 1;
            if (!ended) continue;
            at++;
            break;
        }

        return word.ToString();
    }
}
