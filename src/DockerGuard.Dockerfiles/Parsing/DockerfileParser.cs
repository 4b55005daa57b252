using System;
using System.Collections.Generic;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles;

/// <summary>Divides a file into directives, comments, blank lines and instructions, line by line as BuildKit reads it.</summary>
internal sealed class DockerfileParser
{
    /// <summary>BuildKit's limit for one physical line, in bytes without its newline.</summary>
    private const int MaximumLineBytes = 65535;

    private readonly SourceText source;
    private readonly DirectiveReader directives;
    private readonly List<(int Start, int End)> segments = [];
    private List<Comment> leadingComments = [];
    private int line;

    public DockerfileParser(SourceText source)
    {
        this.source = source;
        directives = new DirectiveReader(source);
    }

    public List<DockerfileNode> Nodes { get; } = [];

    public List<Comment> Comments { get; } = [];

    public List<Instruction> Instructions { get; } = [];

    public List<DockerfileError> Errors { get; } = [];

    public IReadOnlyList<Directive> Directives => directives.Directives;

    public char EscapeCharacter => directives.EscapeCharacter;

    public void Parse()
    {
        CheckLineLengths();
        while (line < source.LineCount)
        {
            var start = ContentStart(line);
            var end = source.LineContentEnd(line);
            if (start >= end) ReadBlankLines();
            else if (source.Text[start] == '#') ReadComment(start, end);
            else ReadInstruction(start, end);
        }
        if (Instructions.Count == 0)
            Errors.Add(new DockerfileError(DockerfileErrorKind.Syntax, "the file has no instructions", EndOfFile()));
    }

    private SourceSpan EndOfFile() => source.LineCount == 0 ? SourceSpan.FileStart : source.GetSpan(source.LineStart(source.LineCount - 1), 0);

    private void CheckLineLengths()
    {
        for (var i = 0; i < source.LineCount; i++)
        {
            int start = source.LineStart(i), end = source.LineEnd(i);
            // A UTF-16 unit is at most three bytes of UTF-8.
            if (end - start <= MaximumLineBytes / 3) continue;
            if (source.Text[end - 1] == '\n') end--;
            if (end > start && source.Text[end - 1] == '\r') end--;
            if (Utf8Text.ByteCount(source.Text, start, end) <= MaximumLineBytes) continue;
            Errors.Add(new DockerfileError(
                DockerfileErrorKind.Syntax, $"the line is longer than {MaximumLineBytes} bytes", source.GetSpan(start, end - start)));
        }
    }

    private int ContentStart(int index)
    {
        var start = source.LineStart(index);
        if (index == 0 && source.HasByteOrderMark) start++;
        return Characters.SkipSpace(source.Text, start, source.LineContentEnd(index));
    }

    private void ReadBlankLines()
    {
        var first = line;
        while (line < source.LineCount && ContentStart(line) >= source.LineContentEnd(line)) line++;
        directives.Finish();
        Nodes.Add(new BlankLines(source, source.LineStart(first), source.LineEnd(line - 1)));
    }

    private void ReadComment(int start, int end)
    {
        int nodeStart = source.LineStart(line), nodeEnd = source.LineEnd(line);
        line++;
        if (directives.Read(nodeStart, nodeEnd, start, end, signLength: 1, Errors) is { } directive)
        {
            Nodes.Add(directive);
            return;
        }
        var comment = AddComment(nodeStart, nodeEnd, start, end);
        Nodes.Add(comment);
        if (comment.IsEmpty) leadingComments = [];
        else leadingComments.Add(comment);
    }

    private Comment AddComment(int nodeStart, int nodeEnd, int start, int end)
    {
        var comment = new Comment(source, nodeStart, nodeEnd, start, Characters.TrimEnd(source.Text, start, end));
        Comments.Add(comment);
        return comment;
    }

    private void ReadInstruction(int start, int end)
    {
        directives.Finish();
        var firstLine = line++;
        segments.Clear();
        var continues = AddSegment(start, end);
        var hasEmptyLine = false;
        while (continues && line < source.LineCount)
        {
            int from = source.LineStart(line), to = source.LineContentEnd(line), nodeEnd = source.LineEnd(line);
            line++;
            var content = Characters.SkipSpace(source.Text, from, to);
            if (content == to) hasEmptyLine = true;
            else if (source.Text[content] == '#') AddComment(from, nodeEnd, content, to);
            else continues = AddSegment(from, to);
        }
        var joined = LogicalLine.Join(source, segments);
        var parts = InstructionParser.Parse(joined, joined.Start, joined.End, directives.EscapeCharacter);
        parts.HasEmptyContinuationLine = hasEmptyLine;
        if (parts.SyntaxError is null && parts.HeredocOwner() is { } owner && joined.Text.IndexOf("<<", joined.Start, joined.End - joined.Start, StringComparison.Ordinal) >= 0)
            ReadHeredocs(parts, owner);
        parts.NodeStart = source.LineStart(firstLine);
        parts.NodeEnd = source.LineEnd(line - 1);
        if (leadingComments.Count > 0)
        {
            parts.LeadingComments = leadingComments;
            leadingComments = [];
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
        var text = source.Text;
        var escape = directives.EscapeCharacter;
        var last = end;
        while (last > start && text[last - 1] is ' ' or '\t') last--;
        // One escape before the last one takes its meaning away; BuildKit looks no further back.
        var continues = last > start && text[last - 1] == escape && (last - 1 == start || text[last - 2] != escape);
        segments.Add((start, continues ? last - 1 : end));
        return continues;
    }

    private void ReadHeredocs(InstructionParts parts, InstructionParts owner)
    {
        var heredocs = new List<Heredoc>();
        var joined = parts.Line;
        foreach (var word in HeredocWord.FindAll(joined.Slice(joined.Start, joined.End)))
        {
            var start = line < source.LineCount ? source.LineStart(line) : source.Text.Length;
            var terminator = FindTerminator(word);
            var contentEnd = terminator < 0 ? source.Text.Length : source.LineStart(terminator);
            var end = terminator < 0 ? source.Text.Length : source.LineContentEnd(terminator);
            heredocs.Add(new Heredoc(source, word, start, contentEnd, end));
            parts.ContentEnd = Math.Max(parts.ContentEnd, Characters.TrimEnd(source.Text, start, end));
            if (terminator >= 0) continue;
            parts.SyntaxError = $"the here-document '{Sentence.Show(word.Name)}' has no line '{Sentence.Show(word.Name)}' that ends it";
            var from = joined.Start + word.Start;
            var wordStart = joined.ToSource(from);
            var wordEnd = joined.ToSourceEnd(from, Math.Min(joined.End, from + word.Length));
            parts.SyntaxErrorSpan = source.GetSpan(wordStart, wordEnd - wordStart);
            break;
        }
        if (heredocs.Count == 0) return;
        parts.Heredocs = heredocs;
        if (owner == parts) return;
        owner.Heredocs = heredocs;
        owner.ContentEnd = parts.ContentEnd;
        owner.NodeEnd = parts.ContentEnd;
    }

    /// <summary>The line that ends a body, and the current line moved past it; -1, at the end of the file, when there is none.</summary>
    private int FindTerminator(HeredocWord word)
    {
        while (line < source.LineCount)
        {
            int start = source.LineStart(line), end = source.LineContentEnd(line);
            line++;
            while (word.Chomp && start < end && source.Text[start] == '\t') start++;
            if (end - start == word.Name.Length && string.CompareOrdinal(source.Text, start, word.Name, 0, word.Name.Length) == 0) return line - 1;
        }
        return -1;
    }
}
