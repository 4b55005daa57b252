using System;

namespace DockerGuard.Dockerfiles;

/// <summary>
/// How many insertions, deletions, substitutions and swaps of neighbours make one word of another (optimal string
/// alignment).
/// </summary>
internal static class EditDistance
{
    /// <summary>The number of edits between two words.</summary>
    public static int Of(string a, string b, bool ignoreCase)
    {
        bool AreSame(int i, int j) =>
            a[i] == b[j] || (ignoreCase && char.ToUpperInvariant(a[i]) == char.ToUpperInvariant(b[j]));

        int[] beforeLast = new int[b.Length + 1], last = new int[b.Length + 1], row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (AreSame(i - 1, j - 1) ? 0 : 1));
                var isSwap = i > 1 && j > 1 && AreSame(i - 1, j - 2) && AreSame(i - 2, j - 1);
                if (isSwap) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
