using System;
using System.Collections.Generic;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>The names in a script, and which are near each other.</summary>
internal static class ShellWords
{
    /// <summary>Shorter names are near too many others; ShellCheck (SC2153) compares none of them.</summary>
    public const int ShortestMisspelt = 4;

    /// <summary>Nobody misspells longer ones, and comparing takes the square of the length.</summary>
    private const int LongestMisspelt = 64;

    private const int MostEdits = 2;

    /// <summary>Every name in a script once for each way it stands there: on its own, or after a dollar sign.</summary>
    public static IEnumerable<(string Word, bool IsVariable)> Of(string script)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var variables = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < script.Length; at++)
        {
            if (!IsStart(script[at])) continue;
            var start = at;
            while (at + 1 < script.Length && IsPart(script[at + 1])) at++;
            var isVariable = start > 0
                && (script[start - 1] == '$' || (script[start - 1] == '{' && start > 1 && script[start - 2] == '$'));
            var word = script.Substring(start, at + 1 - start);
            if ((isVariable ? variables : names).Add(word)) yield return (word, isVariable);
        }
    }

    /// <summary>True for what a shell can have a variable of.</summary>
    public static bool IsName(string text)
    {
        if (text.Length == 0 || !IsStart(text[0])) return false;
        foreach (var c in text)
            if (!IsPart(c)) return false;
        return true;
    }

    /// <summary>True when one name becomes the other by few edits, in any case.</summary>
    public static bool MayBeMisspelt(string word, string name)
    {
        if (word.Length > LongestMisspelt || Math.Abs(word.Length - name.Length) > MostEdits) return false;
        var above = new int[name.Length + 1];
        var row = new int[name.Length + 1];
        for (var j = 0; j <= name.Length; j++) above[j] = j;
        for (var i = 1; i <= word.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var isSame = char.ToUpperInvariant(word[i - 1]) == char.ToUpperInvariant(name[j - 1]);
                row[j] = Math.Min(above[j - 1] + (isSame ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > MostEdits) return false;
            (above, row) = (row, above);
        }

        return above[name.Length] <= MostEdits;
    }

    private static bool IsStart(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsPart(char c) => IsStart(c) || c is >= '0' and <= '9';
}
