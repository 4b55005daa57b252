using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.IgnoreFiles;

/// <summary>How a pattern is compared with paths (moby/patternmatcher).</summary>
public enum IgnoreMatch
{
    /// <summary>The path is the pattern.</summary>
    Exact,

    /// <summary>The path begins with the pattern, which ends in <c>**</c>.</summary>
    Prefix,

    /// <summary>The path ends with the pattern, which begins with <c>**</c>.</summary>
    Suffix,

    /// <summary>The path matches <see cref="IgnorePattern.Expression"/>.</summary>
    Expression,
}

/// <summary>One line of an ignore file.</summary>
public sealed class IgnorePattern
{
    private readonly SourceText _source;

    internal IgnorePattern(SourceText source, int start, int end)
    {
        _source = source;
        Start = start;
        Length = end - start;
        Text = Normalize(source.Text, start, end);
        // BuildKit cleans the line when it reads it and again, with its exclamation mark, when it makes a pattern of
        // it.
        var from = Characters.SkipSpace(Text, 0, Text.Length);
        var pattern = PathNames.Clean(Text.Substring(from, Characters.TrimEnd(Text, from, Text.Length) - from));
        IsException = pattern[0] == '!';
        if (IsException) pattern = pattern.Substring(1);
        Pattern = pattern;
        Expression = "";
        if (pattern.Length == 0) Error = "the exception '!' has no pattern";
        else if (GlobSyntax.Check(pattern) is { } problem)
            Error = $"the pattern '{Sentence.Show(Text)}' is malformed: {problem}";
        if (Error is not null) return;
        (Match, Expression) = GlobSyntax.Translate(pattern);
        if (Match != IgnoreMatch.Expression)
        {
            Steps = PlainSteps();
            return;
        }

        var parser = new PathExpressionParser(Expression);
        if (parser.Parse() is { } refusal) Error = $"the pattern '{Sentence.Show(Text)}' is malformed: {refusal}";
        else Steps = parser.Steps;
    }

    /// <summary>
    /// The line as BuildKit reads it: trimmed, cleaned as a path, without the slash at its start, the exclamation mark
    /// kept.
    /// </summary>
    public string Text { get; }

    /// <summary>What is compared with paths: <see cref="Text"/> without the exclamation mark.</summary>
    public string Pattern { get; }

    /// <summary>Whether the pattern begins with an exclamation mark: what it matches is not ignored.</summary>
    public bool IsException { get; }

    public IgnoreMatch Match { get; }

    /// <summary>The regular expression (RE2 syntax) the pattern stands for; empty when it needs none.</summary>
    public string Expression { get; }

    /// <summary>Why a build would refuse the pattern, a plain sentence; null when it would not.</summary>
    public string? Error { get; }

    /// <summary>Offset in the file of the pattern's first character, white space before it not counted.</summary>
    public int Start { get; }

    /// <summary>Number of UTF-16 code units of the pattern as written, white space around it not counted.</summary>
    public int Length { get; }

    public SourceSpan Span => _source.GetSpan(Start, Length);

    /// <summary>Whether the pattern, but for a last <c>*</c> or <c>**</c>, is a path without wildcards.</summary>
    internal bool HasPlainFolder => Folder().IndexOfAny(['*', '[', ']', '?', '^', '\\']) < 0;

    /// <summary>
    /// What the pattern is matched by; null for one that a build would refuse, which matches nothing.
    /// </summary>
    internal IReadOnlyList<PathStep>? Steps { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The path the pattern begins with: without a last <c>*</c> or <c>**</c>.</summary>
    internal string Folder() => WithoutEnd(WithoutEnd(Pattern, "/**"), "/*");

    private static string WithoutEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text.Substring(0, text.Length - end.Length) : text;

    /// <summary>
    /// The steps of what needs no expression: the path itself, all that begins with it, or all that ends with it;
    /// <c>**/name</c> matches <c>name</c> too.
    /// </summary>
    private List<PathStep> PlainSteps()
    {
        var steps = new List<PathStep> { new(PathStepKind.Start) };
        var from = 0;
        var end = Match == IgnoreMatch.Prefix ? Pattern.Length - 2 : Pattern.Length;
        if (Match == IgnoreMatch.Suffix)
        {
            from = 2;
            var isFolder = Pattern.Length > 2 && Pattern[2] == '/';
            if (isFolder)
            {
                from++;
                steps.Add(new PathStep(PathStepKind.OptionalFolders));
            }

            steps.Add(new PathStep(isFolder ? PathStepKind.Folders : PathStepKind.Any, CharacterSet.Everything));
        }

        for (var at = from; at < end;)
        {
            var isPair = at + 1 < end && char.IsSurrogatePair(Pattern, at);
            var code = isPair ? char.ConvertToUtf32(Pattern, at) : Pattern[at];
            steps.Add(new PathStep(PathStepKind.Same, Code: code));
            at += isPair ? 2 : 1;
        }

        if (Match == IgnoreMatch.Prefix) steps.Add(new PathStep(PathStepKind.Any, CharacterSet.Everything));
        steps.Add(new PathStep(PathStepKind.End));
        return steps;
    }

    private static string Normalize(string text, int start, int end)
    {
        var isException = text[start] == '!';
        if (isException) start = Characters.SkipSpace(text, start + 1, end);
        var pattern = text.Substring(start, end - start);
        if (pattern.Length > 0) pattern = PathNames.Clean(pattern);
        if (pattern.Length > 1 && pattern[0] == '/') pattern = pattern.Substring(1);
        return isException ? "!" + pattern : pattern;
    }
}
