using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Policy;

/// <summary>Finds the name somebody probably meant.</summary>
internal static class Suggestion
{
    /// <summary>Names longer than this are not misspellings.</summary>
    private const int MaxLength = 64;

    /// <summary>"; did you mean 'x'?" when a known name is near, else nothing.</summary>
    public static string Clause(string name, IEnumerable<string> known) =>
        Nearest(name, known) is { } near ? $"; did you mean '{near}'?" : "";

    private static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > MaxLength) return null;
        string? best = null;
        var bestDistance = name.Length switch { <= 4 => 2, < 8 => 3, _ => 4 };
        foreach (var candidate in known)
        {
            var distance = Distance(name, candidate, bestDistance);
            if (distance >= bestDistance) continue;
            (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    private static int Distance(string name, string candidate, int limit)
    {
        if (candidate.Length > MaxLength || !SameDigits(name, candidate)) return limit;
        // "warn" for "warning": a beginning is near, however much is missing.
        if (name.Length >= 3 && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return Math.Min(1, limit);
        return Math.Abs(name.Length - candidate.Length) >= limit ? limit : EditDistance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
    }

    /// <summary>DG1004 and DG1005 look alike and are nothing alike, so digits must agree.</summary>
    private static bool SameDigits(string left, string right) =>
        left.Where(char.IsDigit).SequenceEqual(right.Where(char.IsDigit));

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).</summary>
    private static int EditDistance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                var isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (isSwap) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last) = (last, row);
        }
        return last[right.Length];
    }
}
