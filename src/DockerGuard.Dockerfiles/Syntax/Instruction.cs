using System.Collections.Generic;

namespace DockerGuard.Dockerfiles;

/// <summary>An instruction with its flags and arguments.</summary>
public abstract class Instruction : DockerfileNode
{
    private readonly InstructionParts parts;
    private string? arguments;

    private protected Instruction(InstructionParts parts)
        : base(parts.Source, parts.NodeStart, parts.NodeEnd, parts.KeywordStart, parts.ContentEnd)
    {
        this.parts = parts;
    }

    /// <summary>Upper-case keyword.</summary>
    public string Keyword => parts.Kind == InstructionKind.Unknown ? KeywordText.ToUpperInvariant() : Keywords.All[(int)parts.Kind];

    /// <summary>The keyword as written.</summary>
    public string KeywordText => parts.Line.Slice(parts.LineStart, parts.KeywordEnd);

    public InstructionKind Kind => parts.Kind;

    public SourceSpan KeywordSpan => Source.GetSpan(parts.KeywordStart, parts.Line.ToSourceEnd(parts.LineStart, parts.KeywordEnd) - parts.KeywordStart);

    /// <summary>The leading words that start with two hyphens.</summary>
    public IReadOnlyList<Flag> Flags => parts.Flags;

    /// <summary>
    /// The arguments after the flags as BuildKit's parser divides them: JSON strings in exec form, one word for shell text,
    /// <c>USER</c>, <c>WORKDIR</c>, <c>STOPSIGNAL</c> and <c>MAINTAINER</c>, key and value in turn for <c>ENV</c> and <c>LABEL</c>.
    /// </summary>
    public IReadOnlyList<Word> Words => parts.Words;

    /// <summary>Whether the arguments are a JSON array: the exec form.</summary>
    public bool IsJson => parts.IsJson;

    /// <summary>The text after the flags with continuations joined and comments dropped.</summary>
    public string Arguments => arguments ??= parts.Line.Slice(parts.ArgumentsStart, parts.ArgumentsEnd);

    /// <summary>The place of <see cref="Arguments"/>; empty, after the keyword or flags, when there are none.</summary>
    public SourceSpan ArgumentsSpan
    {
        get
        {
            var start = SourceOffset(0);
            // Nothing ends where it starts, even when a continuation leads on from there.
            var end = parts.ArgumentsStart == parts.ArgumentsEnd ? start : parts.Line.ToSourceEnd(parts.ArgumentsStart, parts.ArgumentsEnd);
            return Source.GetSpan(start, end - start);
        }
    }

    public IReadOnlyList<Heredoc> Heredocs => parts.Heredocs;

    /// <summary>The comment lines directly above, back to the last empty comment; BuildKit reads descriptions from them.</summary>
    public IReadOnlyList<Comment> LeadingComments => parts.LeadingComments;

    /// <summary>Whether an empty line stands inside the continuation.</summary>
    public bool HasEmptyContinuationLine => parts.HasEmptyContinuationLine;

    /// <summary>The stage the instruction belongs to; null before the first <c>FROM</c>.</summary>
    public Stage? Stage { get; internal set; }

    /// <summary>Position in <see cref="Stage.Instructions"/>; of the outer one for the inner instruction of <c>ONBUILD</c>.</summary>
    internal int IndexInStage { get; set; }

    /// <summary>Whether this is the inner instruction of an <c>ONBUILD</c>.</summary>
    public bool IsOnBuild => parts.OnBuildDepth > 0;

    /// <summary>Offset in the file of a character of <see cref="Arguments"/>.</summary>
    /// <param name="index">0-based index into <see cref="Arguments"/>; its length gives the offset after the last character.</param>
    public int SourceOffset(int index)
    {
        var at = parts.ArgumentsStart + index;
        return at == parts.ArgumentsEnd && at > parts.LineStart ? parts.Line.ToSource(at - 1) + 1 : parts.Line.ToSource(at);
    }

    /// <summary>The first flag of a name, or null.</summary>
    public Flag? FindFlag(string name)
    {
        foreach (var flag in Flags)
            if (flag.Name == name) return flag;
        return null;
    }

    internal InstructionParts Parts => parts;
}
