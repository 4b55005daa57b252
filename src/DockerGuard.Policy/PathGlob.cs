using System;
using System.Linq;
using DockerGuard.Oci.Text;

namespace DockerGuard.Policy;

/// <summary>
/// A pattern for paths below a folder: <c>*</c> and <c>?</c> stay inside one segment, <c>**</c> stands for any number
/// of segments. Case is ignored on every system, so that a policy means the same on Windows and Linux.
/// </summary>
internal sealed class PathGlob
{
    /// <summary>Bounds the cost of a match; longer than any path a repository can hold on Windows.</summary>
    private const int MaxLength = 512;

    private readonly string[] _segments;

    /// <param name="pattern">A pattern <see cref="Problem"/> has nothing against.</param>
    public PathGlob(string pattern) => _segments = pattern.Split('/');

    /// <summary>What is wrong with a pattern, as the end of a sentence, or null.</summary>
    public static string? Problem(string pattern)
    {
        if (pattern.Length > MaxLength) return $"is longer than {MaxLength} characters";
        if (pattern.Any(char.IsControl)) return "has a control character";
        if (pattern.Contains('\\')) return "has a backslash; separate folders with '/'";
        if (pattern.StartsWith("/", StringComparison.Ordinal))
            return "starts with '/'; paths are relative to the policy's folder";
        if (pattern.EndsWith("/", StringComparison.Ordinal))
            return $"ends with '/'; for everything below a folder write {Sentence.Quote(pattern + "**")}";
        if (pattern.IndexOfAny(['[', ']', '{', '}', '!']) >= 0) return "has a wildcard other than '*', '**' and '?'";
        foreach (var segment in pattern.Split('/'))
        {
            if (segment.Length == 0) return "has an empty folder name";
            if (segment is "." or "..")
                return $"has '{segment}'; paths are relative to the policy's folder and stay below it";
            if (segment.Contains("**") && segment != "**")
                return "has '**' beside other characters; '**' stands alone between slashes";
        }

        return null;
    }

    /// <param name="path">A relative path with <c>/</c> between its segments.</param>
    public bool IsMatch(string path) =>
        Matches(
            _segments,
            path.Split('/'),
            static segment => segment == "**",
            static (pattern, name) => IsSegmentMatch(pattern, name));

    private static bool IsSegmentMatch(string pattern, string name) =>
        Matches(
            [.. pattern],
            [.. name],
            static c => c == '*',
            static (p, c) => p == '?' || char.ToUpperInvariant(p) == char.ToUpperInvariant(c));

    /// <summary>
    /// Matches a sequence against a pattern in which some elements stand for any run. Only the last such element is
    /// ever tried again, because a later one can absorb whatever an earlier one could: the cost is at most pattern
    /// times input.
    /// </summary>
    private static bool Matches<T>(T[] pattern, T[] input, Func<T, bool> isRun, Func<T, T, bool> isOne)
    {
        var (p, i, run, resume) = (0, 0, -1, 0);
        while (i < input.Length)
        {
            if (p < pattern.Length && isRun(pattern[p])) (run, resume, p) = (p, i, p + 1);
            else if (p < pattern.Length && isOne(pattern[p], input[i])) (p, i) = (p + 1, i + 1);
            else if (run >= 0) (p, i) = (run + 1, ++resume);
            else return false;
        }

        while (p < pattern.Length && isRun(pattern[p])) p++;
        return p == pattern.Length;
    }
}
