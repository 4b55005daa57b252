using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DockerGuard.Rules.Suppressions;

/// <summary>The ids hadolint takes, its own and ShellCheck's. Source: hadolint 2.15.1.</summary>
public static class HadolintIds
{
    /// <summary>
    /// First and last number of each run of rules; retired ones are among them, for hadolint still takes them.
    /// </summary>
    private static readonly (int First, int Last)[] Runs = [(1000, 1001), (3000, 3067), (4000, 4006)];

    /// <summary>hadolint's own ids.</summary>
    public static IEnumerable<string> All =>
        Runs.SelectMany(run => Enumerable.Range(run.First, run.Last - run.First + 1))
            .Select(number => "DL" + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>True for an id of hadolint or ShellCheck, which are upper-case with four digits.</summary>
    public static bool IsId(string text)
    {
        if (text.Length != 6
            || !int.TryParse(text.Substring(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        if (text.StartsWith("SC", StringComparison.Ordinal)) return number >= 1000;
        return text.StartsWith("DL", StringComparison.Ordinal)
            && Runs.Any(run => number >= run.First && number <= run.Last);
    }
}
