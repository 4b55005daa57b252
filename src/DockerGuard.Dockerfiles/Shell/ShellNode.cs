namespace DockerGuard.Dockerfiles.Shell;

/// <summary>A part of a script, with its place in the file the script was written in.</summary>
public abstract class ShellNode
{
    private protected ShellNode(ScriptText source, int start, int end)
    {
        Source = source;
        Start = start;
        Length = end - start;
    }

    /// <summary>The text as the shell is given it: continuation lines of the Dockerfile joined, quotes kept.</summary>
    public string Text => Source.Text.Substring(Start, Length);

    /// <summary>The place in the file; of the whole JSON string when it is written with escapes.</summary>
    public SourceSpan Span => Source.GetSpan(Start, Length);

    /// <summary>Offset in the file of the first character, 0-based, in UTF-16 code units.</summary>
    public int SourceStart => Source.ToSource(Start, Length);

    /// <summary>Number of UTF-16 code units the part takes in the file, line breaks inside it included.</summary>
    public int SourceLength => Source.ToSourceEnd(Start, Length) - SourceStart;

    /// <summary>What the part belongs to; null for the list at the top of a script.</summary>
    public ShellNode? Parent { get; internal set; }

    /// <summary>The whole text the part belongs to; a script that another one holds has a text of its own.</summary>
    public ScriptText Source { get; }

    internal int Start { get; }

    internal int Length { get; }

    internal int End => Start + Length;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Why a shell would refuse the script, or what could not be read.</summary>
/// <param name="Message">A plain sentence, lower-case start, no full stop.</param>
/// <param name="Span">What to look at.</param>
public sealed record ShellError(string Message, SourceSpan Span);
