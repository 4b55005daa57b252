using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>
/// A script of a Dockerfile as ShellCheck is given it, and the way back from ShellCheck's places to those in the
/// Dockerfile.
/// </summary>
internal sealed class EmbeddedScript
{
    private readonly ScriptText _source;
    private readonly int _headLines;
    private readonly bool _hasPairs;
    private readonly List<int> _lineStarts = [0];

    /// <param name="source">The script.</param>
    /// <param name="shebang">The line that tells which shell it is for.</param>
    /// <param name="variables">Names that are set when it starts.</param>
    /// <param name="isPortable">True when the shell of the image does more than ShellCheck believes.</param>
    public EmbeddedScript(ScriptText source, string shebang, IReadOnlyList<string> variables, bool isPortable)
    {
        _source = source;
        IsPortable = isPortable;
        var text = source.Text;
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1)) _lineStarts.Add(i + 1);
        _hasPairs = text.Any(char.IsHighSurrogate);
        var head = shebang + "\n";
        if (variables.Count > 0) head += "export " + string.Join(" ", variables.Select(name => name + "=1")) + "\n";
        _headLines = variables.Count > 0 ? 2 : 1;
        // A first line of the script's own is no longer the first one; a comment of the same length keeps all places.
        Text = head + (text.StartsWith("#!", System.StringComparison.Ordinal) ? "# " + text.Substring(2) : text);
    }

    /// <summary>The whole file for ShellCheck.</summary>
    public string Text { get; }

    public bool IsPortable { get; }

    /// <summary>The first character of the script.</summary>
    public SourceSpan Start => _source.GetSpan(0, System.Math.Min(1, _source.Text.Length));

    /// <summary>
    /// The place in the Dockerfile; null for one that is not in the script but in what stands before it.
    /// </summary>
    public SourceSpan? Locate(ForeignPlace place)
    {
        if (place.Line <= _headLines) return null;
        var start = OffsetOf(place.Line, place.Column);
        var end = OffsetOf(place.EndLine, place.EndColumn);
        if (start == _source.Text.Length && start > 0 && end <= start) return _source.GetSpan(start, 0);
        return _source.GetSpan(start, System.Math.Max(end - start, start < _source.Text.Length ? 1 : 0));
    }

    /// <summary>The cure as an edit of the Dockerfile; null when it cannot be told exactly where it belongs.</summary>
    public TextEdit? Translate(ForeignReplacement replacement)
    {
        var place = replacement.Place;
        if (place.Line <= _headLines || place.EndLine != place.Line) return null;
        var start = OffsetOf(place.Line, place.Column);
        var length = OffsetOf(place.EndLine, place.EndColumn) - start;
        if (length < 0 || start == 0 || start + length > _source.Text.Length) return null;
        // What is written without a gap around the place has one place only: a continuation or an escape in between
        // makes it two.
        var before = _source.ToSource(start - 1, 1);
        var around = start + length < _source.Text.Length ? length + 2 : length + 1;
        return _source.ToSourceEnd(start - 1, around) - before == around
            ? new TextEdit(before + 1, length, replacement.NewText)
            : null;
    }

    /// <summary>Offset in the script of a line and column of the file; of what lies outside, the nearest one.</summary>
    private int OffsetOf(int line, int column)
    {
        var text = _source.Text;
        var index = line - _headLines - 1;
        if (index < 0) return 0;
        if (index >= _lineStarts.Count) return text.Length;
        var offset = _lineStarts[index];
        var end = index + 1 < _lineStarts.Count ? _lineStarts[index + 1] - 1 : text.Length;
        // A long line without pairs is not walked for every finding on it.
        if (!_hasPairs) return System.Math.Min(offset + System.Math.Max(column - 1, 0), end);
        for (var i = 1; i < column && offset < end; i++) offset += char.IsSurrogatePair(text, offset) ? 2 : 1;
        return offset;
    }
}
