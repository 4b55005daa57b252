using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DockerGuard.Conformance.Fuzzing;

/// <summary>
/// Looks for inputs whose cost grows faster than their size: a part of the language repeated, at one size and at twice
/// that size, twice over.
/// </summary>
internal static class Growth
{
    private const int FirstSize = 8 * 1024;
    private const int SecondSize = 48 * 1024;

    /// <summary>
    /// What doubling may multiply the cost by: two for a linear input, some more for what the machine does besides.
    /// </summary>
    private const double MaximumRatio = 2.7;

    private static readonly string[] Beginnings =
        [
            "", "FROM a\n", "FROM a AS b\nENV a=", "FROM a\nENV a=\"", "FROM a\nRUN ", "FROM a\nRUN <<E ",
            "FROM a\nCOPY ", "FROM a\nCMD [", "FROM a\nONBUILD RUN ", "FROM a\nARG ", "FROM a\nLABEL a=b ",
            "FROM a\nENV x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa y=${x/", "# escape=`\n",
        ];

    /// <summary>
    /// Measures every part after every beginning, and some pairs of parts; the result is what grows too fast.
    /// </summary>
    public static List<string> Find(Random random, int pairs, out int measured)
    {
        var found = new List<string>();
        var cases = Beginnings.SelectMany(beginning => Mutator.Pieces.Select(piece => (beginning, piece))).ToList();
        for (var i = 0; i < pairs; i++)
        {
            cases.Add((
                Beginnings[random.Next(Beginnings.Length)], Mutator.Pieces[random.Next(Mutator.Pieces.Length)]
                    + Mutator.Pieces[random.Next(Mutator.Pieces.Length)]));
        }

        measured = cases.Count;
        foreach (var (beginning, piece) in cases)
        {
            // Small sizes are quick and catch everything; larger ones, where chance weighs less, decide.
            if (Check(beginning, piece, FirstSize, attempts: 2) is not null
                && Check(beginning, piece, SecondSize, attempts: 6) is { } problem)
            {
                found.Add(problem);
            }
        }

        return found;
    }

    private static string? Check(string beginning, string piece, int size, int attempts)
    {
        var times = size / Encoding.UTF8.GetByteCount(piece);
        byte[] small = Repeat(beginning, piece, times), large = Repeat(beginning, piece, times * 4);
        var memory = (double)Allocated(large) / Allocated(small);
        var time = double.MaxValue;
        for (var attempt = 0; attempt < attempts && time > MaximumRatio * MaximumRatio; attempt++)
            time = Math.Min(time, Time(large) / Time(small));
        if (Math.Max(memory, time) <= MaximumRatio * MaximumRatio) return null;
        return $"{GoQuote.Quote(beginning)} then {GoQuote.Quote(piece)} to {size} and {size * 4} bytes: time "
            + $"x{time:F1}, memory x{memory:F1}";
    }

    private static byte[] Repeat(string beginning, string piece, int times) =>
        Encoding.UTF8.GetBytes(beginning + string.Concat(Enumerable.Repeat(piece, times)));

    private static long Allocated(byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Invariants.Read(input);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Milliseconds of processor time, the best of three.</summary>
    public static double Time(byte[] input) =>
        Enumerable.Range(0, 3).Min(_ => CpuTime.Of(() => Invariants.Read(input)));
}
