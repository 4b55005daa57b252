using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Parsing;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles;

/// <summary>
/// A Dockerfile as BuildKit reads it, with every character in its place. Parsing never throws on what the text holds:
/// what a build would refuse is in <see cref="Errors"/>. Immutable and safe to share between threads.
/// </summary>
public sealed class Dockerfile
{
    private readonly SourceText _source;

    private Dockerfile(string text)
    {
        _source = new SourceText(text);
        var parser = new DockerfileParser(_source);
        parser.Parse();
        Nodes = parser.Nodes;
        Directives = parser.Directives;
        EscapeCharacter = parser.EscapeCharacter;
        Comments = parser.Comments;
        Instructions = parser.Instructions;
        var stages = StageBuilder.Build(_source, Instructions);
        Stages = stages.Stages;
        GlobalArgs = stages.GlobalArgs;
        var errors = parser.Errors;
        InstructionChecks.Run(Instructions, errors);
        Errors = Sorted(errors);
    }

    public string Text => _source.Text;

    /// <summary>
    /// Directives, comments, blank lines and instructions in order; together they are the whole text.
    /// </summary>
    public IReadOnlyList<DockerfileNode> Nodes { get; }

    public IReadOnlyList<Directive> Directives { get; }

    /// <summary>The backslash, or what <c># escape=</c> says.</summary>
    public char EscapeCharacter { get; }

    /// <summary>The image of the frontend that reads the file; null when the builder's own does.</summary>
    public SyntaxImage? SyntaxImage => SyntaxImage.Detect(_source);

    /// <summary>All comments, those inside continued instructions included.</summary>
    public IReadOnlyList<Comment> Comments { get; }

    public IReadOnlyList<Instruction> Instructions { get; }

    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The <c>ARG</c>s before the first <c>FROM</c>.</summary>
    public IReadOnlyList<ArgInstruction> GlobalArgs { get; }

    /// <summary>What a build would refuse, in the order of the text.</summary>
    public IReadOnlyList<DockerfileError> Errors { get; }

    /// <summary>
    /// What a build would stop at before it looks at what the instructions mean; null when it would go on.
    /// <see cref="BuildEvaluation.FirstError"/> goes on.
    /// </summary>
    public DockerfileError? FirstError
    {
        get
        {
            DockerfileError? first = null;
            foreach (var error in Errors)
                if (first is null || error.Kind < first.Kind) first = error;
            return first;
        }
    }

    /// <summary>Reads a text; a byte order mark at its start is kept and means nothing.</summary>
    public static Dockerfile Parse(string text) => new(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>
    /// Reads UTF-8. A byte that is not UTF-8 becomes a lone surrogate U+DC80..U+DCFF, which <see cref="ToBytes"/> turns
    /// back.
    /// </summary>
    public static Dockerfile Parse(byte[] bytes) =>
        new(Utf8Text.Decode(bytes ?? throw new ArgumentNullException(nameof(bytes))));

    /// <summary>The place of a part of the text.</summary>
    /// <param name="start">Offset of the first character, 0-based.</param>
    /// <param name="length">Number of UTF-16 code units.</param>
    public SourceSpan GetSpan(int start, int length)
    {
        if (start < 0 || length < 0 || start > Text.Length - length)
            throw new ArgumentOutOfRangeException(nameof(start), "the part does not lie inside the text");
        return _source.GetSpan(start, length);
    }

    /// <summary>The text with edits applied, all else unchanged.</summary>
    /// <exception cref="ArgumentException">An edit lies outside the text or overlaps another.</exception>
    public string ApplyEdits(IEnumerable<TextEdit> edits) =>
        TextEdit.Apply(Text, edits ?? throw new ArgumentNullException(nameof(edits)));

    /// <summary>The file's bytes, exactly those it was read from.</summary>
    public byte[] ToBytes() => Encode(Text);

    /// <summary>Bytes of a text that came from a Dockerfile read as bytes, edited or not.</summary>
    public static byte[] Encode(string text) => Utf8Text.Encode(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>The exact text.</summary>
    public override string ToString() => string.Concat(Nodes);

    private static List<DockerfileError> Sorted(List<DockerfileError> errors)
    {
        if (errors.Count > 1)
            errors.Sort(static (a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Kind.CompareTo(b.Kind));
        return errors;
    }
}
