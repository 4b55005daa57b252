using System;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci.Files;

namespace DockerGuard.Policy.Files;

/// <summary>Reads a policy file as text that an editor shows exactly as the parser sees it.</summary>
internal static class PolicyText
{
    /// <summary>One MiB: thousands of waivers.</summary>
    internal const int MaxBytes = 1 << 20;

    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];
    private static readonly byte[] LittleEndianMark = [0xFF, 0xFE];
    private static readonly byte[] BigEndianMark = [0xFE, 0xFF];

    /// <summary>
    /// The file's text without byte order mark, or null with the reason in <paramref name="errors"/>.
    /// </summary>
    public static string? Read(string path, PolicyErrors errors)
    {
        var bytes = ReadBytes(path, errors);
        if (bytes is null) return null;
        var text = Decode(bytes, errors);
        return text is not null && IsPlain(text, errors) ? WithoutBlankTabs(text) : null;
    }

    /// <summary>
    /// The text with blanks for the tabs that indent nothing, on a blank line or before a comment: YAML 1.2 allows them
    /// (6.2), and the scanner does not. A blank line loses all it has, for a block of text may begin with it.
    /// </summary>
    private static string WithoutBlankTabs(string text)
    {
        if (text.IndexOf('\t') < 0) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] is ' ' or '\t') i++;
            var isBlank = i == text.Length || text[i] is '\n' or '\r';
            if (!isBlank) result.Append(text[i] == '#' ? new string(' ', i - start) : text.Substring(start, i - start));
            start = i;
            while (i < text.Length && text[i] is not ('\n' or '\r')) i++;
            if (i < text.Length) i++;
            result.Append(text, start, i - start);
        }

        return result.ToString();
    }

    private static byte[]? ReadBytes(string path, PolicyErrors errors)
    {
        string problem;
        try
        {
            if (RegularFile.Read(path, MaxBytes, out var refusal) is { } bytes) return bytes;
            problem = $"the {errors.Noun} {RegularFile.Explain(path, refusal, MaxBytes)}";
        }
        catch (UnauthorizedAccessException)
        {
            problem = $"the {errors.Noun} cannot be read: access is denied";
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problem =
                $"the {errors.Noun} cannot be read: it is a link to a file that does not exist, or was just deleted";
        }
        // The framework's sentence names machine paths and differs by system; ours does not.
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            problem = $"the {errors.Noun} cannot be read: another program holds it open, or its disk does not answer";
        }

        errors.Add(SourceSpan.FileStart, problem);
        return null;
    }

    private static string? Decode(byte[] bytes, PolicyErrors errors)
    {
        if (StartsWith(bytes, LittleEndianMark) || StartsWith(bytes, BigEndianMark))
        {
            errors.Add(SourceSpan.FileStart, $"the {errors.Noun} is UTF-16; save it as UTF-8");
            return null;
        }

        var start = StartsWith(bytes, Utf8Mark) ? Utf8Mark.Length : 0;
        var text = Encoding.UTF8.GetString(bytes, start, bytes.Length - start);
        if (FindInvalid(bytes, start, text) is not { } invalid) return text;
        errors.Add(SpanAt(text, invalid), $"the {errors.Noun} is not UTF-8: the character here is broken");
        return null;
    }

    private static bool StartsWith(byte[] bytes, byte[] mark) => bytes.Take(mark.Length).SequenceEqual(mark);

    /// <summary>
    /// The index of the first character the decoder had to make up. Everything before it is decoded faithfully, so
    /// counting bytes along the text finds the bytes a replacement character stands for.
    /// </summary>
    private static int? FindInvalid(byte[] bytes, int start, string text)
    {
        var (offset, counted) = (start, 0);
        for (var i = text.IndexOf('\uFFFD'); i >= 0; i = text.IndexOf('\uFFFD', i + 1))
        {
            offset += Encoding.UTF8.GetByteCount(text.Substring(counted, i - counted));
            if (bytes.Length < offset + 3
                || bytes[offset] != 0xEF
                || bytes[offset + 1] != 0xBF
                || bytes[offset + 2] != 0xBD)
            {
                return i;
            }

            counted = i;
        }

        return null;
    }

    /// <summary>
    /// Refuses what makes a policy read differently from how it looks: the parser takes NUL for the end of the file and
    /// Unicode's separators for line ends, and bidirectional controls reorder what a reviewer sees (CVE-2021-42574).
    /// Tabs in indentation are refused here because the parser misplaces the error.
    /// </summary>
    private static bool IsPlain(string text, PolicyErrors errors)
    {
        var isIndentation = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r')
            {
                isIndentation = true;
            }
            else if (c == '\t' && isIndentation)
            {
                if (IsBlankLine(text, ref i)) continue;
                errors.Add(SpanAt(text, i), "a tab indents this line; YAML indents with blanks");
                return false;
            }
            else if (IsHidden(c))
            {
                errors.Add(SpanAt(text, i), $"the character U+{(int)c:X4} is not allowed in a {errors.Noun}");
                return false;
            }
            else if (c != ' ')
            {
                isIndentation = false;
            }
        }

        return true;
    }

    /// <summary>True when only blanks and tabs follow up to the line's end; then moves to the last of them.</summary>
    private static bool IsBlankLine(string text, ref int index)
    {
        var end = index;
        while (end < text.Length && text[end] is ' ' or '\t') end++;
        if (end < text.Length && text[end] is not ('\n' or '\r' or '#')) return false;
        index = end - 1;
        return true;
    }

    private static bool IsHidden(char c) =>
        (char.IsControl(c) && c != '\t')
            || c is '\u2028' or '\u2029' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static SourceSpan SpanAt(string text, int index)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < index; i++)
        {
            var isLineEnd = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            (line, column) = isLineEnd ? (line + 1, 1) : (line, column + 1);
        }

        return new SourceSpan(line, column, line, column + 1);
    }
}
