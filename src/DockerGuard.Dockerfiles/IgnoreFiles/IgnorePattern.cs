using System;
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
    private readonly PathExpression? _expression;

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
        if (Match != IgnoreMatch.Expression) return;
        _expression = PathExpression.Parse(Expression, out var refusal);
        if (refusal is not null) Error = $"the pattern '{Sentence.Show(Text)}' is malformed: {refusal}";
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

    /// <summary>Whether the pattern matches a path itself; its parents are not looked at.</summary>
    /// <param name="path">A clean path with slashes.</param>
    public bool MatchesPath(string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        if (Error is not null) return false;
        return Match switch
        {
            IgnoreMatch.Exact => path == Pattern,
            IgnoreMatch.Prefix => HasPrefix(path),
            IgnoreMatch.Suffix => HasSuffix(path, path.Length),
            _ => _expression!.Matches(path, orParent: false),
        };
    }

    /// <summary>Whether the pattern matches a path or one of its parents.</summary>
    /// <param name="path">A clean path with slashes.</param>
    public bool MatchesPathOrParent(string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        if (Error is not null) return false;
        switch (Match)
        {
            case IgnoreMatch.Exact:
                return path.StartsWith(Pattern, StringComparison.Ordinal)
                    && (path.Length == Pattern.Length || path[Pattern.Length] == '/');
            case IgnoreMatch.Prefix:
                return HasPrefix(path);
            case IgnoreMatch.Suffix:
                for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
                    if (HasSuffix(path, end)) return true;
                return HasSuffix(path, path.Length);
            default:
                return _expression!.Matches(path, orParent: true);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether what the pattern names may lie inside a folder, or is the folder itself.</summary>
    internal bool LiesBelow(string folder)
    {
        var own = Folder();
        return own.StartsWith(folder, StringComparison.Ordinal)
            && (own.Length == folder.Length || own[folder.Length] == '/');
    }

    private string Folder()
    {
        var folder = WithoutEnd(Pattern, "/**");
        return WithoutEnd(folder, "/*");
    }

    private static string WithoutEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text.Substring(0, text.Length - end.Length) : text;

    private bool HasPrefix(string path) => string.CompareOrdinal(path, 0, Pattern, 0, Pattern.Length - 2) == 0;

    /// <summary>
    /// Whether the first part of a path ends with what follows <c>**</c>; <c>**/name</c> matches <c>name</c> too.
    /// </summary>
    private bool HasSuffix(string path, int end)
    {
        var length = Pattern.Length - 2;
        if (length <= end) return string.CompareOrdinal(path, end - length, Pattern, 2, length) == 0;
        return length == end + 1 && Pattern[2] == '/' && string.CompareOrdinal(path, 0, Pattern, 3, end) == 0;
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
