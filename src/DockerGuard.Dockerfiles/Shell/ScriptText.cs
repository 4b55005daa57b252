using System.Collections.Generic;
using DockerGuard.Dockerfiles.Parsing;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>The text a shell is given, and the way back to where each character of it was written.</summary>
public sealed class ScriptText
{
    private readonly SourceText _source;
    private readonly LogicalLine? _line;
    private readonly ScriptText? _outer;
    private readonly int[] _map;
    private readonly int _wholeStart = -1;
    private readonly int _wholeEnd;

    /// <summary>A part of an instruction's joined text.</summary>
    internal ScriptText(LogicalLine line, int start, int end)
    {
        _source = line.Source;
        _line = line;
        _map = [0, start];
        Text = line.Slice(start, end);
    }

    /// <summary>A text that another one holds in quotes or escapes.</summary>
    /// <param name="outer">The text around it.</param>
    /// <param name="text">The text without quotes and escapes.</param>
    /// <param name="map">
    /// Pairs, in order: an offset in <paramref name="text"/>, and in <paramref name="outer"/> where the run that begins
    /// there was written.
    /// </param>
    internal ScriptText(ScriptText outer, string text, int[] map)
    {
        _source = outer._source;
        _outer = outer;
        _map = map;
        Text = text;
    }

    /// <summary>A text whose characters cannot be told apart in the file, such as a JSON string with escapes.</summary>
    internal ScriptText(SourceText source, string text, int wholeStart, int wholeEnd)
    {
        _source = source;
        _wholeStart = wholeStart;
        _wholeEnd = wholeEnd;
        _map = [];
        Text = text;
    }

    /// <summary>The text: continuation lines of the Dockerfile joined, quotes kept.</summary>
    public string Text { get; }

    /// <summary>The place of a part of the text in the file.</summary>
    /// <param name="start">Offset of its first character in <see cref="Text"/>, 0-based, in UTF-16 code units.</param>
    /// <param name="length">Number of UTF-16 code units.</param>
    public SourceSpan GetSpan(int start, int length)
    {
        var from = ToSource(start, length);
        return _source.GetSpan(from, ToSourceEnd(start, length) - from);
    }

    /// <summary>
    /// Offset in the file of a range's first character; of an empty range, of the place after the character before it.
    /// </summary>
    public int ToSource(int start, int length) => length > 0 || start == 0 ? FirstOf(start) : EndOf(start - 1);

    /// <summary>Offset in the file after a range's last character.</summary>
    public int ToSourceEnd(int start, int length) => length > 0 ? EndOf(start + length - 1) : ToSource(start, 0);

    private int FirstOf(int offset)
    {
        if (_wholeStart >= 0) return _wholeStart;
        var place = Map(offset, out var isRunStart);
        if (_line is not null) return _line.ToSource(place);
        // A run that begins after a backslash begins with what was escaped; the escape belongs to it.
        return _outer!.FirstOf(isRunStart && place > 0 && _outer.Text[place - 1] == '\\' ? place - 1 : place);
    }

    private int EndOf(int offset)
    {
        if (_wholeStart >= 0) return _wholeEnd;
        var place = Map(offset, out _);
        return _line is null ? _outer!.EndOf(place) : _line.ToSource(place) + 1;
    }

    private int Map(int offset, out bool isRunStart)
    {
        int low = 0, high = _map.Length / 2 - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_map[middle * 2] <= offset) low = middle;
            else high = middle - 1;
        }

        isRunStart = _map[low * 2] == offset;
        return _map[low * 2 + 1] + offset - _map[low * 2];
    }
}

/// <summary>Gathers a text out of pieces of another one.</summary>
internal sealed class ScriptTextBuilder
{
    private readonly System.Text.StringBuilder _text = new();
    private readonly List<int> _map = [];

    public int Length => _text.Length;

    public void Clear()
    {
        _text.Clear();
        _map.Clear();
    }

    public void Append(string from, int start, int end)
    {
        if (start == end) return;
        Mark(start);
        _text.Append(from, start, end - start);
    }

    /// <summary>A character that stands for something written at a place.</summary>
    public void Append(char c, int place)
    {
        Mark(place);
        _text.Append(c);
    }

    public string GetText() => _text.ToString();

    /// <summary>The pairs of a <see cref="ScriptText"/>'s map; at least one.</summary>
    public int[] GetMap(int placeWhenEmpty) => _map.Count == 0 ? [0, placeWhenEmpty] : _map.ToArray();

    private void Mark(int place)
    {
        var last = _map.Count - 2;
        if (last >= 0 && place - _text.Length == _map[last + 1] - _map[last]) return;
        _map.Add(_text.Length);
        _map.Add(place);
    }
}
