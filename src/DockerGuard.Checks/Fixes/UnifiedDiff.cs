using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Checks.Fixes;

/// <summary>
/// What changes between two texts, in the unified format that <c>git apply</c> and <c>patch</c> read.
/// </summary>
/// <remarks>
/// Fixes change few lines near each other, so after a difference the nearest line both texts share is looked for: the
/// result is exact, if not always the shortest.
/// </remarks>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>How far a common line is looked for; beyond it the rest of both texts counts as changed.</summary>
    private const int Window = 400;

    /// <summary>The diff; empty when the texts are equal.</summary>
    /// <param name="oldText">The text as it is.</param>
    /// <param name="newText">The text as it shall be.</param>
    /// <param name="name">The file's name, with <c>/</c> between folders.</param>
    /// <param name="show">
    /// What is shown of a text, as many lines as it has; all of it when null. Who hides something gets a diff to read,
    /// not to apply.
    /// </param>
    public static string Create(string oldText, string newText, string name, Func<string, string>? show = null)
    {
        if (oldText == newText) return "";
        var (oldLines, newLines) = (Lines(oldText), Lines(newText));
        var hunks = Hunks(Changes(oldLines, newLines)).ToList();
        var result = new StringBuilder()
            .Append("--- ").Append(Quoted("a/" + name)).Append('\n')
            .Append("+++ ").Append(Quoted("b/" + name)).Append('\n');
        if (show is not null) (oldLines, newLines) = (Lines(show(oldText)), Lines(show(newText)));
        foreach (var hunk in hunks) Write(hunk, oldLines, newLines, result);
        return result.ToString();
    }

    /// <summary>A name as git quotes it, where a character of it would end the line or not be seen.</summary>
    private static string Quoted(string name)
    {
        if (Printable.Line(name) == name && name.IndexOfAny(['"', '\\']) < 0) return name;
        var quoted = new StringBuilder("\"");
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            if (value is (byte)'"' or (byte)'\\') quoted.Append('\\').Append((char)value);
            else if (value is >= 0x20 and < 0x7F) quoted.Append((char)value);
            else quoted.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0'));
        }

        return quoted.Append('"').ToString();
    }

    private sealed record Change(int OldStart, int OldEnd, int NewStart, int NewEnd);

    private static List<Change> Changes(string[] oldLines, string[] newLines)
    {
        var changes = new List<Change>();
        int i = 0, j = 0;
        while (i < oldLines.Length || j < newLines.Length)
        {
            if (i < oldLines.Length && j < newLines.Length && oldLines[i] == newLines[j])
            {
                i++;
                j++;
                continue;
            }

            var (nextI, nextJ) = NextCommon(oldLines, newLines, i, j);
            changes.Add(new Change(i, nextI, j, nextJ));
            (i, j) = (nextI, nextJ);
        }

        return changes;
    }

    private static (int Old, int New) NextCommon(string[] oldLines, string[] newLines, int i, int j)
    {
        for (var distance = 1; distance <= Window; distance++)
        {
            for (var skipped = 0; skipped <= distance; skipped++)
            {
                int a = i + skipped, b = j + distance - skipped;
                if (a < oldLines.Length && b < newLines.Length && oldLines[a] == newLines[b]) return (a, b);
            }
        }

        return (oldLines.Length, newLines.Length);
    }

    /// <summary>Changes whose contexts would touch share a hunk.</summary>
    private static IEnumerable<List<Change>> Hunks(List<Change> changes)
    {
        var hunk = new List<Change>();
        foreach (var change in changes)
        {
            if (hunk.Count > 0 && change.OldStart - hunk[hunk.Count - 1].OldEnd > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(change);
        }

        if (hunk.Count > 0) yield return hunk;
    }

    private static void Write(List<Change> hunk, string[] oldLines, string[] newLines, StringBuilder result)
    {
        var (first, last) = (hunk[0], hunk[hunk.Count - 1]);
        var before = Math.Min(Context, first.OldStart);
        var after = Math.Min(Context, oldLines.Length - last.OldEnd);
        var (oldStart, oldEnd) = (first.OldStart - before, last.OldEnd + after);
        var (newStart, newEnd) = (first.NewStart - before, last.NewEnd + after);
        result.Append("@@ -")
            .Append(Range(oldStart, oldEnd))
            .Append(" +")
            .Append(Range(newStart, newEnd))
            .Append(" @@\n");
        var at = oldStart;
        foreach (var change in hunk)
        {
            WriteLines(' ', Shown(oldLines, at, change.OldStart), result);
            WriteLines('-', Shown(oldLines, change.OldStart, change.OldEnd), result);
            WriteLines('+', Shown(newLines, change.NewStart, change.NewEnd), result);
            at = change.OldEnd;
        }

        WriteLines(' ', Shown(oldLines, at, oldEnd), result);

        static IEnumerable<string> Shown(string[] lines, int start, int end) =>
            new ArraySegment<string>(lines, start, end - start);
    }

    /// <summary>An empty range names the line before it, as POSIX has it.</summary>
    private static string Range(int start, int end) =>
        end == start ? $"{start},0" : end == start + 1 ? $"{end}" : $"{start + 1},{end - start}";

    private static void WriteLines(char mark, IEnumerable<string> lines, StringBuilder result)
    {
        foreach (var line in lines)
        {
            result.Append(mark).Append(line);
            if (!line.EndsWith("\n", StringComparison.Ordinal)) result.Append("\n\\ No newline at end of file\n");
        }
    }

    /// <summary>The lines with their ends, for a change of line ends is a change.</summary>
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) + 1;
            if (end == 0) end = text.Length;
            lines.Add(text.Substring(start, end - start));
            start = end;
        }

        return [.. lines];
    }
}
