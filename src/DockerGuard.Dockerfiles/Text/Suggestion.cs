using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles;

/// <summary>Finds the word that was meant.</summary>
public static class Suggestion
{
    /// <summary>Edits two words may differ by and still be taken for each other, BuildKit's choice.</summary>
    private const int MaximumDistance = 2;

    /// <summary>", did you mean 'x'?" for the nearest candidate, empty when none is near.</summary>
    public static string For(string word, IReadOnlyList<string> candidates, string prefix = "")
    {
        var best = MaximumDistance + 1;
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Length == 0 || Math.Abs(candidate.Length - word.Length) >= best) continue;
            var distance = Distance(word, candidate);
            if (distance >= best) continue;
            best = distance;
            nearest = candidate;
        }
        return nearest is null ? "" : $", did you mean '{prefix}{nearest}'?";
    }

    /// <summary>Levenshtein distance, case ignored.</summary>
    private static int Distance(string a, string b)
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
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + cost);
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
