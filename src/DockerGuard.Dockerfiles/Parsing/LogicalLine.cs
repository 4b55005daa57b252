using System.Collections.Generic;
using System.Text;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>
/// An instruction's text with its continuation lines joined, and the way back to where each part was written.
/// An instruction on one line, the usual case, is a range of the file itself: nothing is copied.
/// </summary>
internal sealed class LogicalLine
{
    private readonly int[]? _logicalStarts;
    private readonly int[]? _sourceStarts;

    private LogicalLine(
        SourceText source, string text, int start, int end, int[]? logicalStarts = null, int[]? sourceStarts = null)
    {
        Source = source;
        Text = text;
        Start = start;
        End = end;
        _logicalStarts = logicalStarts;
        _sourceStarts = sourceStarts;
    }

    public SourceText Source { get; }

    /// <summary>
    /// The text that offsets count in; the line is its part from <see cref="Start"/> to <see cref="End"/>.
    /// </summary>
    public string Text { get; }

    public int Start { get; }

    public int End { get; }

    /// <summary>A range of the file.</summary>
    public static LogicalLine From(SourceText source, int start, int end) => new(source, source.Text, start, end);

    public static LogicalLine Join(SourceText source, List<(int Start, int End)> segments)
    {
        if (segments.Count == 1) return From(source, segments[0].Start, segments[0].End);
        var length = 0;
        foreach (var (start, end) in segments) length += end - start;
        var text = new StringBuilder(length);
        var logical = new int[segments.Count];
        var physical = new int[segments.Count];
        for (var i = 0; i < segments.Count; i++)
        {
            logical[i] = text.Length;
            physical[i] = segments[i].Start;
            text.Append(source.Text, segments[i].Start, segments[i].End - segments[i].Start);
        }

        return new LogicalLine(source, text.ToString(), 0, length, logical, physical);
    }

    /// <summary>
    /// The line up to an offset, followed by more of the file; offsets of the result count from the line's start.
    /// </summary>
    public LogicalLine Extend(int end, List<(int Start, int End)> segments)
    {
        int[] ownLogical = _logicalStarts ?? [0], ownPhysical = _sourceStarts ?? [Start];
        var length = end - Start;
        var text = new StringBuilder(Text, Start, length, length);
        var count = 0;
        while (count < ownLogical.Length && (count == 0 || ownLogical[count] < length)) count++;
        var logical = new int[count + segments.Count];
        var physical = new int[count + segments.Count];
        System.Array.Copy(ownLogical, logical, count);
        System.Array.Copy(ownPhysical, physical, count);
        for (var i = 0; i < segments.Count; i++)
        {
            logical[count + i] = text.Length;
            physical[count + i] = segments[i].Start;
            text.Append(Source.Text, segments[i].Start, segments[i].End - segments[i].Start);
        }

        return new LogicalLine(Source, text.ToString(), 0, text.Length, logical, physical);
    }

    /// <summary>Where a character of the joined text stands in the file.</summary>
    public int ToSource(int offset)
    {
        if (_logicalStarts is null) return offset;
        int low = 0, high = _logicalStarts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_logicalStarts[middle] <= offset) low = middle;
            else high = middle - 1;
        }

        return _sourceStarts![low] + offset - _logicalStarts[low];
    }

    /// <summary>
    /// Where a range of the joined text ends in the file: after its last character, not after the break that may
    /// follow.
    /// </summary>
    public int ToSourceEnd(int start, int end) => end > start ? ToSource(end - 1) + 1 : ToSource(start);

    public string Slice(int start, int end) => Text.Substring(start, end - start);
}
