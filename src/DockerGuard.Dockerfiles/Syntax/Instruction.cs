using System.Collections.Generic;
using DockerGuard.Dockerfiles.Parsing;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>An instruction with its flags and arguments.</summary>
public abstract class Instruction : DockerfileNode
{
    private readonly InstructionParts _parts;
    private string? _arguments;

    private protected Instruction(InstructionParts parts)
        : base(parts.Source, parts.NodeStart, parts.NodeEnd, parts.KeywordStart, parts.ContentEnd)
    {
        _parts = parts;
    }

    /// <summary>Upper-case keyword.</summary>
    public string Keyword =>
        _parts.Kind == InstructionKind.Unknown ? KeywordText.ToUpperInvariant() : Keywords.All[(int)_parts.Kind];

    /// <summary>The keyword as written.</summary>
    public string KeywordText
    {
        get
        {
            var length = _parts.KeywordEnd - _parts.LineStart;
            var isUsual = _parts.Kind != InstructionKind.Unknown
                && string.CompareOrdinal(_parts.Line.Text, _parts.LineStart, Keyword, 0, length) == 0;
            return isUsual ? Keyword : _parts.Line.Slice(_parts.LineStart, _parts.KeywordEnd);
        }
    }

    public InstructionKind Kind => _parts.Kind;

    public SourceSpan KeywordSpan =>
        Source.GetSpan(
            _parts.KeywordStart, _parts.Line.ToSourceEnd(_parts.LineStart, _parts.KeywordEnd) - _parts.KeywordStart);

    /// <summary>The leading words that start with two hyphens.</summary>
    public IReadOnlyList<Flag> Flags => _parts.Flags;

    /// <summary>
    /// The arguments after the flags as BuildKit's parser divides them: JSON strings in exec form, one word for shell
    /// text, <c>USER</c>, <c>WORKDIR</c>, <c>STOPSIGNAL</c> and <c>MAINTAINER</c>, key and value in turn for <c>ENV</c>
    /// and <c>LABEL</c>.
    /// </summary>
    public IReadOnlyList<Word> Words => _parts.Words;

    /// <summary>Whether the arguments are a JSON array: the exec form.</summary>
    public bool IsJson => _parts.IsJson;

    /// <summary>The text after the flags with continuations joined and comments dropped.</summary>
    public string Arguments => _arguments ??= _parts.Line.Slice(_parts.ArgumentsStart, _parts.ArgumentsEnd);

    /// <summary>The place of <see cref="Arguments"/>; empty, after the keyword or flags, when there are none.</summary>
    public SourceSpan ArgumentsSpan
    {
        get
        {
            var start = SourceOffset(0);
            // Nothing ends where it starts, even when a continuation leads on from there.
            var end = _parts.ArgumentsStart == _parts.ArgumentsEnd
                ? start
                : _parts.Line.ToSourceEnd(_parts.ArgumentsStart, _parts.ArgumentsEnd);
            return Source.GetSpan(start, end - start);
        }
    }

    public IReadOnlyList<Heredoc> Heredocs => _parts.Heredocs;

    /// <summary>
    /// The comment lines directly above, back to the last empty comment; BuildKit reads descriptions from them.
    /// </summary>
    public IReadOnlyList<Comment> LeadingComments => _parts.LeadingComments;

    /// <summary>Whether an empty line stands inside the continuation.</summary>
    public bool HasEmptyContinuationLine => _parts.HasEmptyContinuationLine;

    /// <summary>The stage the instruction belongs to; null before the first <c>FROM</c>.</summary>
    public Stage? Stage { get; internal set; }

    /// <summary>
    /// Position in <see cref="Stage.Instructions"/>; of the outer one for the inner instruction of <c>ONBUILD</c>.
    /// </summary>
    internal int IndexInStage { get; set; }

    /// <summary>Whether this is the inner instruction of an <c>ONBUILD</c>.</summary>
    public bool IsOnBuild => _parts.OnBuildDepth > 0;

    /// <summary>Offset in the file of a character of <see cref="Arguments"/>.</summary>
    /// <param name="index">
    /// 0-based index into <see cref="Arguments"/>; its length gives the offset after the last character.
    /// </param>
    public int SourceOffset(int index)
    {
        var at = _parts.ArgumentsStart + index;
        return at == _parts.ArgumentsEnd && at > _parts.LineStart
            ? _parts.Line.ToSource(at - 1) + 1
            : _parts.Line.ToSource(at);
    }

    /// <summary>The first flag of a name, or null.</summary>
    public Flag? FindFlag(string name)
    {
        foreach (var flag in Flags)
            if (flag.Name == name) return flag;
        return null;
    }

    internal InstructionParts Parts => _parts;
}
