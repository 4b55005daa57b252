using System.Collections.Generic;

namespace DockerGuard.Dockerfiles;

/// <summary>A text and where its lines begin; turns offsets into lines and columns.</summary>
internal sealed class SourceText
{
    public const char ByteOrderMark = '\uFEFF';

    private readonly int[] lineStarts;

    public SourceText(string text)
    {
        Text = text;
        var starts = new List<int>(32) { 0 };
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1)) starts.Add(i + 1);
        lineStarts = starts.ToArray();
        // A final newline ends the last line; it does not begin another.
        LineCount = lineStarts.Length - (lineStarts[lineStarts.Length - 1] == text.Length ? 1 : 0);
        HasByteOrderMark = text.Length > 0 && text[0] == ByteOrderMark;
    }

    public string Text { get; }

    public bool HasByteOrderMark { get; }

    /// <summary>Lines that hold at least one character, counting line ends.</summary>
    public int LineCount { get; }

    /// <summary>Offset of the first character of a line.</summary>
    /// <param name="line">0-based.</param>
    public int LineStart(int line) => lineStarts[line];

    /// <summary>Offset after the last character of a line, its newline included.</summary>
    /// <param name="line">0-based.</param>
    public int LineEnd(int line) => line + 1 < lineStarts.Length ? lineStarts[line + 1] : Text.Length;

    /// <summary>
    /// Offset after the last character of a line without the newline and any carriage returns before it.
    /// </summary>
    /// <param name="line">0-based.</param>
    public int LineContentEnd(int line)
    {
        var start = lineStarts[line];
        var end = LineEnd(line);
        while (end > start && Text[end - 1] is '\n' or '\r') end--;
        return end;
    }

    /// <summary>The 0-based line an offset lies on.</summary>
    public int LineAt(int offset)
    {
        int low = 0, high = lineStarts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (lineStarts[middle] <= offset) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    public SourceSpan GetSpan(int start, int length)
    {
        var line = LineAt(start);
        var end = start + length;
        var endLine = line + 1 == lineStarts.Length || end < lineStarts[line + 1] ? line : LineAt(end);
        return new SourceSpan(line + 1, ColumnOf(line, start), endLine + 1, ColumnOf(endLine, end));
    }

    // Editors do not show the byte order mark, so no column counts it.
    private int ColumnOf(int line, int offset) =>
        offset - lineStarts[line] + (line == 0 && HasByteOrderMark && offset > 0 ? 0 : 1);
}
