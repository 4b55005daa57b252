using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Dockerfiles.Text;

/// <summary>Finds the word that was meant.</summary>
public static class Suggestion
{
    /// <summary>Edits two names may differ by and still be taken for each other, BuildKit's choice.</summary>
    private const int MaximumDistance = 2;

    /// <summary>Words longer than this are not misspellings.</summary>
    private const int LongestWord = 64;

    /// <summary>A beginning of so many letters stands for the whole word: "warn" for "warning".</summary>
    private const int ShortestBeginning = 3;

    /// <summary>"; did you mean 'x'?" for the nearest of the known words, empty when none is near.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="known">The words there are.</param>
    /// <param name="prefix">What stands before each of them.</param>
    public static string For(string word, IEnumerable<string> known, string prefix = "") =>
        Clause(NearestKnown(word, known), prefix);

    /// <summary>"; did you mean 'x'?", empty when nothing is meant.</summary>
    /// <param name="meant">The word that was meant.</param>
    /// <param name="prefix">What stands before it.</param>
    public static string Clause(string? meant, string prefix = "") =>
        meant is null ? "" : $"; did you mean '{prefix}{meant}'?";

    /// <summary>The nearest of the names somebody gave, the first one of several; null when none is near.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What could have been meant.</param>
    /// <param name="ignoreCase">Whether upper and lower case are the same.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates, bool ignoreCase = true)
    {
        if (word is null) throw new ArgumentNullException(nameof(word));
        if (candidates is null) throw new ArgumentNullException(nameof(candidates));
        return Nearest(
            candidates, MaximumDistance + 1, (candidate, limit) => Distance(word, candidate, limit, ignoreCase));
    }

    /// <summary>
    /// Of words that are known beforehand more can be said: a beginning is enough, and long ones may be further off
    /// than short ones.
    /// </summary>
    /// <param name="word">The word as written.</param>
    /// <param name="known">The words there are.</param>
    public static string? NearestKnown(string word, IEnumerable<string> known)
    {
        if (word is null) throw new ArgumentNullException(nameof(word));
        if (word.Length is 0 or > LongestWord) return null;
        var limit = word.Length switch { <= 4 => 2, < 8 => 3, _ => 4 };
        var alike = known.Where(candidate => HasDigitsOf(word, candidate));
        return Nearest(alike, limit, (candidate, nearest) =>
            IsBeginning(word, candidate) ? 1 : Distance(word, candidate, nearest, ignoreCase: true));
    }

    private static string? Nearest(IEnumerable<string> candidates, int limit, Func<string, int, int> distance)
    {
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            var found = candidate.Length == 0 ? limit : distance(candidate, limit);
            if (found < limit) (nearest, limit) = (candidate, found);
        }

        return nearest;
    }

    /// <summary>The edits between two words; the limit when it is not below.</summary>
    private static int Distance(string word, string candidate, int limit, bool ignoreCase) =>
        Math.Abs(word.Length - candidate.Length) >= limit ? limit : EditDistance.Of(word, candidate, ignoreCase);

    private static bool IsBeginning(string word, string candidate) =>
        word.Length >= ShortestBeginning
            && word.Length < candidate.Length
            && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>DG1004 and DG1005 look alike and are nothing alike: of as many digits none may differ.</summary>
    private static bool HasDigitsOf(string word, string candidate)
    {
        string digits = new([.. word.Where(char.IsDigit)]), others = new([.. candidate.Where(char.IsDigit)]);
        return digits.Length != others.Length || digits == others;
    }
}
