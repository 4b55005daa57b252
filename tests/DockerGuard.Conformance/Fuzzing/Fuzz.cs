using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace DockerGuard.Conformance.Fuzzing;

/// <summary>Runs inputs until a number or a time is reached and reports what was seen.</summary>
internal static class Fuzz
{
    /// <summary>An input that takes this much processor time is a hang.</summary>
    private const double MaximumMilliseconds = 2000;

    private const int KeptSlow = 20;

    /// <summary>Prints the figures; the result is the exit code.</summary>
    /// <param name="amount">A number of inputs, or of seconds when it ends in <c>s</c>.</param>
    /// <param name="seed">The same seed makes the same inputs.</param>
    /// <param name="output">Where to print.</param>
    public static int Run(string amount, int seed, TextWriter output)
    {
        if (ConformanceData.Find() is not { } data)
        {
            output.WriteLine(
                "the conformance data is not here: set DOCKERGUARD_CONFORMANCE to its folder; nothing to make inputs "
                    + "of");
            return 2;
        }

        var isTime = amount.EndsWith('s');
        if (!long.TryParse(
            isTime ? amount[..^1] : amount, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            || limit == 0)
        {
            output.WriteLine($"'{amount}' is neither a number of inputs nor, as in 60s, of seconds");
            return 2;
        }

        var corpus = Corpus.Load(data);
        var result = Inputs(
            corpus, seed, elapsed => isTime ? elapsed.Elapsed.TotalSeconds < limit : elapsed.Count < limit);
        output.WriteLine(
            $"{result.Count} inputs of {corpus.Count} files, {result.Bytes / 1e6:F1} MB, in {result.Seconds:F0} s, "
                + $"seed {seed}");
        foreach (var (input, milliseconds) in Remeasure(result.Slow).Take(3))
            output.WriteLine($"slow: {milliseconds:F3} ms for {input.Length} bytes");
        foreach (var failure in result.Failures) output.WriteLine($"failed: {failure}");
        output.Flush();
        var tooFast = Growth.Find(new Random(seed), pairs: 300, out var measured);
        output.WriteLine($"{measured} repeated parts at doubled sizes, {tooFast.Count} grow faster than their size");
        foreach (var problem in tooFast) output.WriteLine($"grows: {problem}");
        return result.Failures.Count + tooFast.Count == 0 ? 0 : 1;
    }

    /// <summary>Runs inputs while a condition holds.</summary>
    public static FuzzResult Inputs(
        IReadOnlyList<byte[]> corpus, int seed, Func<(long Count, TimeSpan Elapsed), bool> goesOn)
    {
        var random = new Random(seed);
        var mutator = new Mutator(corpus, random);
        var watch = Stopwatch.StartNew();
        var result = new FuzzResult();
        while (goesOn((result.Count, watch.Elapsed)) && result.Failures.Count < 20)
        {
            var input = result.Count < corpus.Count ? corpus[(int)result.Count] : mutator.Next();
            result.Count++;
            result.Bytes += input.Length;
            var started = CpuTime.Now;
            string? problem;
            try
            {
                problem = Invariants.Check(input, random);
            }
            catch (Exception exception)
            {
                // Any exception is what is looked for; the input is printed with it.
                problem = exception.ToString();
            }

            var milliseconds = CpuTime.Now - started;
            if (problem is null && milliseconds > MaximumMilliseconds && Growth.Time(input) > MaximumMilliseconds)
                problem = $"takes {milliseconds:F0} ms";
            if (problem is not null)
                result.Failures.Add($"{problem}\n  input {result.Count}, base64 {Convert.ToBase64String(input)}");
            else Keep(result.Slow, input, milliseconds);
        }

        result.Seconds = watch.Elapsed.TotalSeconds;
        return result;
    }

    private static void Keep(PriorityQueue<byte[], double> slow, byte[] input, double milliseconds)
    {
        if (slow.Count < KeptSlow) slow.Enqueue(input, milliseconds);
        else slow.EnqueueDequeue(input, milliseconds);
    }

    /// <summary>The slowest first, without what the machine added.</summary>
    private static List<(byte[] Input, double Milliseconds)> Remeasure(PriorityQueue<byte[], double> slow) =>
        slow.UnorderedItems.Select(item => (item.Element, Growth.Time(item.Element)))
            .OrderByDescending(item => item.Item2)
            .ToList();
}

/// <summary>What a run saw.</summary>
internal sealed class FuzzResult
{
    public long Count { get; set; }

    public long Bytes { get; set; }

    public double Seconds { get; set; }

    public List<string> Failures { get; } = [];

    /// <summary>The inputs that took longest.</summary>
    public PriorityQueue<byte[], double> Slow { get; } = new();
}
