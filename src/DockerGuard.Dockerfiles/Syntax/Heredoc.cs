using DockerGuard.Dockerfiles.Parsing;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>A here-document of <c>RUN</c>, <c>COPY</c> or <c>ADD</c>.</summary>
public sealed class Heredoc
{
    private readonly SourceText _source;

    internal Heredoc(SourceText source, HeredocWord word, int start, int contentEnd, int end)
    {
        _source = source;
        Name = word.Name;
        FileDescriptor = word.FileDescriptor;
        Expand = word.Expand;
        Chomp = word.Chomp;
        Content = source.Text.Substring(start, contentEnd - start);
        Start = start;
        Length = end - start;
    }

    /// <summary>The word that ends the body; the file's name in <c>COPY</c> and <c>ADD</c>.</summary>
    public string Name { get; }

    /// <summary>The number before <c>&lt;&lt;</c>, 0 when absent.</summary>
    public int FileDescriptor { get; }

    /// <summary>False when the name was quoted: variables stay as they are.</summary>
    public bool Expand { get; }

    /// <summary>True for <c>&lt;&lt;-</c>: leading tabs are removed.</summary>
    public bool Chomp { get; }

    /// <summary>The body as written, tabs and line ends included, without the terminator.</summary>
    public string Content { get; }

    /// <summary>Offset of the body's first character.</summary>
    public int Start { get; }

    /// <summary>Number of UTF-16 code units of the body and its terminator, without the final newline.</summary>
    public int Length { get; }

    /// <summary>The body and its terminator line, without the final newline.</summary>
    public SourceSpan Span => _source.GetSpan(Start, Length);
}
