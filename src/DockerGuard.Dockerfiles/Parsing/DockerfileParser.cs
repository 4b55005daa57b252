using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>
/// Divides a file into directives, comments, blank lines and instructions, line by line as BuildKit reads it.
/// </summary>
internal sealed class DockerfileParser
{
    /// <summary>BuildKit's limit for one physical line, in bytes without its newline.</summary>
    private const int MaximumLineBytes = 65535;

    private readonly SourceText _source;
    private readonly DirectiveReader _directives;
    private readonly List<(int Start, int End)> _segments = [];
    private List<Comment> _leadingComments = [];
    private int _line;

    public DockerfileParser(SourceText source)
    {
        _source = source;
        _directives = new DirectiveReader(source);
    }

    public List<DockerfileNode> Nodes { get; } = [];

    public List<Comment> Comments { get; } = [];

    public List<Instruction> Instructions { get; } = [];

    public List<DockerfileError> Errors { get; } = [];

    public IReadOnlyList<Directive> Directives => _directives.Directives;

    public char EscapeCharacter => _directives.EscapeCharacter;

    public void Parse()
    {
        CheckLineLengths();
        while (_line < _source.LineCount)
        {
            var start = ContentStart(_line);
            var end = _source.LineContentEnd(_line);
            if (start >= end) ReadBlankLines();
            else if (_source.Text[start] == '#') ReadComment(start, end);
            else ReadInstruction(start, end);
        }

        if (Instructions.Count == 0)
            Errors.Add(new DockerfileError(DockerfileErrorKind.Syntax, "the file has no instructions", EndOfFile()));
    }

    private SourceSpan EndOfFile() =>
        _source.LineCount == 0 ? SourceSpan.FileStart : _source.GetSpan(_source.LineStart(_source.LineCount - 1), 0);

    private void CheckLineLengths()
    {
        for (var i = 0; i < _source.LineCount; i++)
        {
            int start = _source.LineStart(i), end = _source.LineEnd(i);
            // A UTF-16 unit is at most three bytes of UTF-8.
            if (end - start <= MaximumLineBytes / 3) continue;
            if (_source.Text[end - 1] == '\n') end--;
            if (end > start && _source.Text[end - 1] == '\r') end--;
            if (Utf8Text.ByteCount(_source.Text, start, end) <= MaximumLineBytes) continue;
            Errors.Add(new DockerfileError(
                DockerfileErrorKind.Syntax,
                $"the line is longer than {MaximumLineBytes} bytes",
                _source.GetSpan(start, end - start)));
        }
    }

    private int ContentStart(int index)
    {
        var start = _source.LineStart(index);
        if (index == 0 && _source.HasByteOrderMark) start++;
        return Characters.SkipSpace(_source.Text, start, _source.LineContentEnd(index));
    }

    private void ReadBlankLines()
    {
        var first = _line;
        while (_line < _source.LineCount && ContentStart(_line) >= _source.LineContentEnd(_line)) _line++;
        _directives.Finish();
        Nodes.Add(new BlankLines(_source, _source.LineStart(first), _source.LineEnd(_line - 1)));
    }

    private void ReadComment(int start, int end)
    {
        int nodeStart = _source.LineStart(_line), nodeEnd = _source.LineEnd(_line);
        _line++;
        if (_directives.Read(nodeStart, nodeEnd, start, end, signLength: 1, Errors) is { } directive)
        {
            Nodes.Add(directive);
            return;
        }

        var comment = AddComment(nodeStart, nodeEnd, start, end);
        Nodes.Add(comment);
        if (comment.IsEmpty) _leadingComments = [];
        else _leadingComments.Add(comment);
    }

    private Comment AddComment(int nodeStart, int nodeEnd, int start, int end)
    {
        var comment = new Comment(_source, nodeStart, nodeEnd, start, Characters.TrimEnd(_source.Text, start, end));
        Comments.Add(comment);
        return comment;
    }

    private void ReadInstruction(int start, int end)
    {
        _directives.Finish();
        var firstLine = _line++;
        _segments.Clear();
        var continues = AddSegment(start, end);
        var hasEmptyLine = false;
        while (continues && _line < _source.LineCount)
        {
            int from = _source.LineStart(_line), to = _source.LineContentEnd(_line), nodeEnd = _source.LineEnd(_line);
            _line++;
            var content = Characters.SkipSpace(_source.Text, from, to);
            if (content == to) hasEmptyLine = true;
            else if (_source.Text[content] == '#') AddComment(from, nodeEnd, content, to);
            else continues = AddSegment(from, to);
        }

        var joined = LogicalLine.Join(_source, _segments);
        var parts = InstructionParser.Parse(joined, joined.Start, joined.End, _directives.EscapeCharacter);
        parts.HasEmptyContinuationLine = hasEmptyLine;
        if (parts.SyntaxError is null
            && parts.HeredocOwner() is { } owner
            && joined.Text.IndexOf("<<", joined.Start, joined.End - joined.Start, StringComparison.Ordinal) >= 0)
        {
            ReadHeredocs(parts, owner);
        }

        parts.NodeStart = _source.LineStart(firstLine);
        parts.NodeEnd = _source.LineEnd(_line - 1);
        if (_leadingComments.Count > 0)
        {
            parts.LeadingComments = _leadingComments;
            _leadingComments = [];
        }

        var instruction = parts.Create();
        if (parts.SyntaxError is { } error)
            Errors.Add(new DockerfileError(DockerfileErrorKind.Syntax, error, parts.SyntaxErrorSpan, instruction));
        Instructions.Add(instruction);
        Nodes.Add(instruction);
    }

    /// <summary>Adds a physical line's text and returns whether it continues on the next one.</summary>
    private bool AddSegment(int start, int end)
    {
        var text = _source.Text;
        var escape = _directives.EscapeCharacter;
        var last = end;
        while (last > start && text[last - 1] is ' ' or '\t') last--;
        // One escape before the last one takes its meaning away; BuildKit looks no further back.
        var continues = last > start && text[last - 1] == escape && (last - 1 == start || text[last - 2] != escape);
        _segments.Add((start, continues ? last - 1 : end));
        return continues;
    }

    private void ReadHeredocs(InstructionParts parts, InstructionParts owner)
    {
        var heredocs = new List<Heredoc>();
        var joined = parts.Line;
        foreach (var word in HeredocWord.FindAll(joined.Slice(joined.Start, joined.End)))
        {
            var start = _line < _source.LineCount ? _source.LineStart(_line) : _source.Text.Length;
            var terminator = FindTerminator(word);
            var contentEnd = terminator < 0 ? _source.Text.Length : _source.LineStart(terminator);
            var end = terminator < 0 ? _source.Text.Length : _source.LineContentEnd(terminator);
            heredocs.Add(new Heredoc(_source, word, start, contentEnd, end));
            parts.ContentEnd = Math.Max(parts.ContentEnd, Characters.TrimEnd(_source.Text, start, end));
            if (terminator >= 0) continue;
            parts.SyntaxError =
                $"the here-document '{Sentence.Show(word.Name)}' has no line '{Sentence.Show(word.Name)}' that ends it";
            var from = joined.Start + word.Start;
            var wordStart = joined.ToSource(from);
            var wordEnd = joined.ToSourceEnd(from, Math.Min(joined.End, from + word.Length));
            parts.SyntaxErrorSpan = _source.GetSpan(wordStart, wordEnd - wordStart);
            break;
        }

        if (heredocs.Count == 0) return;
        parts.Heredocs = heredocs;
        if (owner == parts) return;
        owner.Heredocs = heredocs;
        owner.ContentEnd = parts.ContentEnd;
        owner.NodeEnd = parts.ContentEnd;
    }

    /// <summary>
    /// The line that ends a body, and the current line moved past it; -1, at the end of the file, when there is none.
    /// </summary>
    private int FindTerminator(HeredocWord word)
    {
        while (_line < _source.LineCount)
        {
            int start = _source.LineStart(_line), end = _source.LineContentEnd(_line);
            _line++;
            while (word.Chomp && start < end && _source.Text[start] == '\t') start++;
            if (end - start == word.Name.Length
                && string.CompareOrdinal(_source.Text, start, word.Name, 0, word.Name.Length) == 0)
            {
                return _line - 1;
            }
        }

        return -1;
    }
}
