using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles;

/// <summary>Finds the word that was meant.</summary>
public static class Suggestion
{
    /// <summary>Edits two words may differ by and still be taken for each other, BuildKit's choice.</summary>
    private const int MaximumDistance = 2;

    /// <summary>", did you mean 'x'?" for the nearest candidate, empty when none is near.</summary>
    public static string For(string word, IEnumerable<string> candidates, string prefix = "") =>
        Nearest(word, candidates) is { } nearest ? $", did you mean '{prefix}{nearest}'?" : "";

    /// <summary>The nearest candidate, the first one of several; null when none is near.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="candidates">What could have been meant.</param>
    /// <param name="ignoreCase">Whether upper and lower case are the same.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates, bool ignoreCase = true)
    {
        if (word is null) throw new ArgumentNullException(nameof(word));
        if (candidates is null) throw new ArgumentNullException(nameof(candidates));
        var best = MaximumDistance + 1;
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Length == 0 || Math.Abs(candidate.Length - word.Length) >= best) continue;
            var distance = Distance(word, candidate, ignoreCase);
            if (distance >= best) continue;
            best = distance;
            nearest = candidate;
        }
        return nearest;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b, bool ignoreCase)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var isSame = a[i - 1] == b[j - 1] || (ignoreCase && char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]));
                var cost = isSame ? 0 : 1;
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + cost);
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
