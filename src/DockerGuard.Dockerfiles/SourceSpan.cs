using System;

namespace DockerGuard.Dockerfiles;

/// <summary>A region of a text file as editors and MSBuild count it.</summary>
/// <param name="Line">First line, 1-based.</param>
/// <param name="Column">First column, 1-based, in UTF-16 code units.</param>
/// <param name="EndLine">Last line, 1-based.</param>
/// <param name="EndColumn">The column after the last character, 1-based, in UTF-16 code units.</param>
public readonly record struct SourceSpan(int Line, int Column, int EndLine, int EndColumn) : IComparable<SourceSpan>
{
    /// <summary>The start of a file: the place of a finding that no line caused.</summary>
    public static SourceSpan FileStart { get; } = new(1, 1, 1, 1);

    /// <summary>Orders spans by where they start, then by where they end.</summary>
    public int CompareTo(SourceSpan other)
    {
        var byLine = Line.CompareTo(other.Line);
        if (byLine != 0) return byLine;
        var byColumn = Column.CompareTo(other.Column);
        if (byColumn != 0) return byColumn;
        var byEndLine = EndLine.CompareTo(other.EndLine);
        return byEndLine != 0 ? byEndLine : EndColumn.CompareTo(other.EndColumn);
    }

    public static bool operator <(SourceSpan left, SourceSpan right) => left.CompareTo(right) < 0;

    public static bool operator >(SourceSpan left, SourceSpan right) => left.CompareTo(right) > 0;

    public static bool operator <=(SourceSpan left, SourceSpan right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SourceSpan left, SourceSpan right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"({Line},{Column},{EndLine},{EndColumn})";
}
