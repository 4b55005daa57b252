using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Benchmarks;

/// <summary>A dotnet command in several projects, turn about in one run: what it takes of clock and CPU.</summary>
/// <param name="cases">What each project is called, and the project.</param>
/// <param name="command">The command.</param>
internal sealed class Alternation(IReadOnlyList<(string Name, ProjectFolder Project)> cases, string[] command)
{
    private readonly List<(double Wall, double Cpu)>[] _times = [.. cases.Select(_ => new List<(double, double)>())];

    /// <summary>Runs it once without counting, and then as often as is wanted.</summary>
    public async Task RunAsync(int rounds)
    {
        foreach (var (_, project) in cases) (await project.RunDotnetAsync(command)).EnsureSuccess();
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first changes, so that a slow drift of the machine falls on all alike.
            var order = Enumerable.Range(0, cases.Count);
            foreach (var number in round % 2 == 0 ? order : order.Reverse())
            {
                var (started, cpu) = (Stopwatch.GetTimestamp(), ChildProcesses.CpuTime());
                (await cases[number].Project.RunDotnetAsync(command)).EnsureSuccess();
                _times[number].Add((
                    Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                    (ChildProcesses.CpuTime() - cpu).TotalMilliseconds));
            }
        }
    }

    /// <summary>Prints each project's times, and what the first takes for each millisecond of the last.</summary>
    public void Report()
    {
        for (var number = 0; number < cases.Count; number++)
        {
            Console.WriteLine(
                $"{cases[number].Name,-18} wall {Spread(_times[number].Select(time => time.Wall))}   "
                    + $"CPU {Spread(_times[number].Select(time => time.Cpu))}   (n = {_times[number].Count})");
        }

        Console.WriteLine(
            $"ratio of the medians, '{cases[0].Name}' to '{cases[^1].Name}': "
                + $"wall {Ratio(time => time.Wall):F3}, CPU {Ratio(time => time.Cpu):F3}");
    }

    private double Ratio(Func<(double Wall, double Cpu), double> value) =>
        Median(_times[0].Select(value)) / Median(_times[^1].Select(value));

    private static string Spread(IEnumerable<double> times)
    {
        var all = times.ToList();
        return $"{all.Min(),6:F0} / {Median(all),6:F0} / {all.Max(),6:F0} ms";
    }

    private static double Median(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
