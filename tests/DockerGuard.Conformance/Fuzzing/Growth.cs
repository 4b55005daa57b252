using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;

namespace DockerGuard.Conformance.Fuzzing;

/// <summary>Looks for inputs whose cost grows faster than their size: a part of the language repeated, at one size and at twice that size.</summary>
internal static class Growth
{
    private const int SmallSize = 8 * 1024;

    /// <summary>Doubling a linear input doubles its cost; more than this, measured again and again, is something else.</summary>
    private const double MaximumRatio = 3;

    private static readonly string[] Beginnings =
        ["", "FROM a\n", "FROM a AS b\nENV a=", "FROM a\nENV a=\"", "FROM a\nRUN ", "FROM a\nRUN <<E ", "FROM a\nCOPY ", "FROM a\nCMD [", "FROM a\nONBUILD RUN ", "FROM a\nARG ", "FROM a\nLABEL a=b ", "FROM a\nENV x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa y=${x/", "# escape=`\n"];

    /// <summary>Measures every part after every beginning, and some pairs of parts; the result is what grows too fast.</summary>
    public static List<string> Find(Random random, int pairs, out int measured)
    {
        var found = new List<string>();
        var cases = Beginnings.SelectMany(beginning => Mutator.Pieces.Select(piece => (beginning, piece))).ToList();
        for (var i = 0; i < pairs; i++)
            cases.Add((Beginnings[random.Next(Beginnings.Length)], Mutator.Pieces[random.Next(Mutator.Pieces.Length)] + Mutator.Pieces[random.Next(Mutator.Pieces.Length)]));
        measured = cases.Count;
        foreach (var (beginning, piece) in cases)
            if (Check(beginning, piece) is { } problem) found.Add(problem);
        return found;
    }

    private static string? Check(string beginning, string piece)
    {
        var times = SmallSize / Encoding.UTF8.GetByteCount(piece);
        byte[] small = Repeat(beginning, piece, times), large = Repeat(beginning, piece, times * 2), larger = Repeat(beginning, piece, times * 4);
        var bytes = (double)Allocated(large) / Allocated(small);
        var moreBytes = (double)Allocated(larger) / Allocated(large);
        if (bytes > MaximumRatio && moreBytes > MaximumRatio) return $"{GoQuote.Quote(beginning)} then {GoQuote.Quote(piece)}: memory x{bytes:F1}, then x{moreBytes:F1}";
        // Time is disturbed by whatever else the machine does: only what stays high is believed.
        var lowest = double.MaxValue;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            lowest = Math.Min(lowest, Time(larger) / Time(small));
            if (lowest < MaximumRatio * MaximumRatio) return null;
        }
        return $"{GoQuote.Quote(beginning)} then {GoQuote.Quote(piece)}: time x{lowest:F1} for four times the size";
    }

    private static byte[] Repeat(string beginning, string piece, int times) =>
        Encoding.UTF8.GetBytes(beginning + string.Concat(Enumerable.Repeat(piece, times)));

    private static long Allocated(byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Invariants.Read(input);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Milliseconds, the best of three.</summary>
    public static double Time(byte[] input) => Enumerable.Range(0, 3).Min(_ =>
    {
        var started = Stopwatch.GetTimestamp();
        Invariants.Read(input);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    });
}
