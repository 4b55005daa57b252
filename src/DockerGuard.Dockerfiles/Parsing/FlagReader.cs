using System.Collections.Generic;
using System.Text;

namespace DockerGuard.Dockerfiles;

/// <summary>Reads the flags before an instruction's arguments. BuildKit knows one escape here, the backslash, whatever the directive says.</summary>
internal static class FlagReader
{
    /// <summary>Adds the flags found and returns the offset where the arguments begin.</summary>
    public static int Read(LogicalLine line, int start, int end, ref List<Flag>? flags)
    {
        var text = line.Text;
        var at = start;
        while (true)
        {
            at = Characters.SkipSpace(text, at, end);
            if (at + 1 >= end || text[at] != '-' || text[at + 1] != '-') return at;
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
        var word = new StringBuilder();
        var quote = '\0';
        for (; at < end; at++)
        {
            var c = text[at];
            if (quote == '\0' && Characters.IsSpace(c)) break;
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
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            var ended = AppendBytes(text.Substring(at, length), word) && quote == '\0';
            at += length - 1;
            if (!ended) continue;
            at++;
            break;
        }
        return word.ToString();
    }

    /// <summary>
    /// BuildKit reads flags byte by byte: each byte of a UTF-8 character becomes a character of its own,
    /// and the bytes 0x85 and 0xA0 count as white space. Returns whether such a byte ended the word.
    /// </summary>
    private static bool AppendBytes(string character, StringBuilder word)
    {
        foreach (var value in Utf8Text.Encode(character))
        {
            if (value is 0x85 or 0xA0) return true;
            word.Append((char)value);
        }
        return false;
    }
}
