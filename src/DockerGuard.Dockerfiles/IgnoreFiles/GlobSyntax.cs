using System.Text;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.IgnoreFiles;

/// <summary>
/// The patterns of ignore files: what Go's <c>filepath.Match</c> accepts, and the regular expression
/// moby/patternmatcher makes of it.
/// </summary>
internal static class GlobSyntax
{
    private const string NotClosed = "'[' is not closed or holds nothing";

    /// <summary>Why a pattern is refused; null when it is right.</summary>
    public static string? Check(string pattern)
    {
        var at = 0;
        while (at < pattern.Length)
        {
            var c = pattern[at++];
            if (c == '\\')
            {
                if (at == pattern.Length) return "it ends in a backslash";
                at++;
            }
            else if (c == '[' && CheckClass(pattern, ref at) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>How the pattern is compared, and the expression for those that need one.</summary>
    public static (IgnoreMatch Match, string Expression) Translate(string pattern)
    {
        var match = IgnoreMatch.Exact;
        var text = new StringBuilder("^");
        var start = pattern[0] == SourceText.ByteOrderMark ? 1 : 0;
        for (var i = start; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '*' when i + 1 < pattern.Length && pattern[i + 1] == '*':
                    var isFirst = i == start;
                    i++;
                    if (i + 1 < pattern.Length && pattern[i + 1] == '/') i++;
                    if (i + 1 < pattern.Length)
                    {
                        text.Append("(.*/)?");
                        match = IgnoreMatch.Expression;
                    }
                    else if (match == IgnoreMatch.Exact)
                    {
                        match = IgnoreMatch.Prefix;
                    }
                    else
                    {
                        text.Append(".*");
                        match = IgnoreMatch.Expression;
                    }

                    if (isFirst) match = IgnoreMatch.Suffix;
                    continue;
                case '*':
                    text.Append("[^/]*");
                    break;
                case '?':
                    text.Append("[^/]");
                    break;
                case '\\':
                    text.Append(c);
                    if (++i < pattern.Length) text.Append(pattern[i]);
                    break;
                case '[' or ']':
                    text.Append(c);
                    break;
                case '.' or '+' or '(' or ')' or '|' or '{' or '}' or '$':
                    text.Append('\\').Append(c);
                    continue;
                default:
                    text.Append(c);
                    continue;
            }

            match = IgnoreMatch.Expression;
        }

        return (match, match == IgnoreMatch.Expression ? text.Append('$').ToString() : "");
    }

    private static string? CheckClass(string pattern, ref int at)
    {
        if (at < pattern.Length && pattern[at] == '^') at++;
        for (var count = 0; ; count++)
        {
            if (at < pattern.Length && pattern[at] == ']' && count > 0)
            {
                at++;
                return null;
            }

            if (!SkipMember(pattern, ref at)) return NotClosed;
            if (pattern[at] != '-') continue;
            at++;
            if (!SkipMember(pattern, ref at)) return NotClosed;
        }
    }

    /// <summary>
    /// Passes one character of a class; false when it may not stand there or is the last of the pattern.
    /// </summary>
    private static bool SkipMember(string pattern, ref int at)
    {
        if (at == pattern.Length || pattern[at] is '-' or ']') return false;
        if (pattern[at] == '\\' && ++at == pattern.Length) return false;
        if (char.IsSurrogatePair(pattern, at)) at++;
        else if (char.IsSurrogate(pattern[at])) return false;
        return ++at < pattern.Length;
    }
}
