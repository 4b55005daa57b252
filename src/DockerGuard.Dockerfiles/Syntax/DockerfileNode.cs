using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>
/// A part of a Dockerfile. The nodes of a file follow each other without a gap and together are the whole text.
/// </summary>
public abstract class DockerfileNode
{
    private readonly SourceText _source;
    private readonly int _spanStart;
    private readonly int _spanEnd;

    private protected DockerfileNode(SourceText source, int start, int end, int spanStart, int spanEnd)
    {
        _source = source;
        Start = start;
        Length = end - start;
        _spanStart = spanStart;
        _spanEnd = spanEnd;
    }

    /// <summary>Offset of the first character of the node's first line.</summary>
    public int Start { get; }

    /// <summary>Number of UTF-16 code units up to the end of the node's last line, its newline included.</summary>
    public int Length { get; }

    /// <summary>Offset of the first character that means something.</summary>
    public int ContentStart => _spanStart;

    /// <summary>
    /// Number of UTF-16 code units from <see cref="ContentStart"/> to the last character that means something.
    /// </summary>
    public int ContentLength => _spanEnd - _spanStart;

    /// <summary>The part that means something: without the indentation and the final newline.</summary>
    public SourceSpan Span => _source.GetSpan(_spanStart, _spanEnd - _spanStart);

    /// <summary>First line the node takes, 1-based.</summary>
    public int StartLine => _source.LineAt(Start) + 1;

    /// <summary>
    /// Last line the node takes, 1-based, with the comments, empty lines and heredoc bodies an instruction swallows.
    /// </summary>
    public int EndLine => _source.LineAt(Length > 0 ? Start + Length - 1 : Start) + 1;

    internal SourceText Source => _source;

    /// <summary>The node's exact text.</summary>
    public override string ToString() => _source.Text.Substring(Start, Length);
}

/// <summary>One or more empty lines between two other nodes.</summary>
public sealed class BlankLines : DockerfileNode
{
    internal BlankLines(SourceText source, int start, int end) : base(source, start, end, start, end)
    {
    }
}

/// <summary>A comment line, on its own or inside a continued instruction.</summary>
public sealed class Comment : DockerfileNode
{
    private string? _text;

    internal Comment(SourceText source, int start, int end, int spanStart, int spanEnd)
        : base(source, start, end, spanStart, spanEnd)
    {
    }

    /// <summary>The words after the number sign, trimmed.</summary>
    public string Text => _text ??= Source.Text.Substring(TextStart, ContentStart + ContentLength - TextStart);

    internal bool IsEmpty => TextStart == ContentStart + ContentLength;

    private int TextStart => Characters.SkipSpace(Source.Text, ContentStart + 1, ContentStart + ContentLength);
}

/// <summary>A parser directive: <c># syntax=</c>, <c># escape=</c> or <c># check=</c> before everything else.</summary>
public sealed class Directive : DockerfileNode
{
    internal Directive(
        SourceText source, int start, int end, int spanStart, int spanEnd, string name, string value, int valueStart)
        : base(source, start, end, spanStart, spanEnd)
    {
        Name = name;
        Value = value;
        ValueSpan = source.GetSpan(valueStart, value.Length);
    }

    /// <summary>Lower-case name.</summary>
    public string Name { get; }

    public string Value { get; }

    public SourceSpan ValueSpan { get; }
}
