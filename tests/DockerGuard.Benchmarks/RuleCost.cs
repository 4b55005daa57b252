using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Benchmarks;

/// <summary>What each rule adds to linting a corpus of real Dockerfiles with every rule switched on.</summary>
/// <remarks>
/// A rule is timed by linting with it twenty times over and without it, turn about, each at its best of many passes:
/// once over would drown in the noise of a machine. Shell scripts are parsed for the first rule that asks, so every run
/// has one rule that asks and does nothing else: its share is the parser's and is shown as such.
/// </remarks>
internal static class RuleCost
{
    private const int Passes = 12;
    private const int Times = 20;

    private static readonly RuleSettings Settings = new()
    {
        Today = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
        Severities = RuleCatalog.Rules.ToDictionary(rule => rule.Descriptor.Id, _ => Severity.Warning),
    };

    public static int Measure(string corpus)
    {
        var files = File.ReadLines(corpus).Where(line => line.Length > 0)
            .Select(
                line => Dockerfile.Parse(JsonDocument.Parse(line).RootElement.GetProperty("dockerfile").GetString()!))
            .ToList();
        Rule[] none = [];
        Rule[] parsing = [new ParsesShell()];
        foreach (var rule in RuleCatalog.Rules) Pass(files, [rule]);

        var empty = Best(() => Pass(files, none));
        var parsed = Best(() => Pass(files, parsing));
        var all = Best(() => Pass(files, RuleCatalog.Rules));
        Console.WriteLine(
            $"{files.Count} files, {RuleCatalog.Rules.Count} rules, best of {Passes}: all {all:F2} ms; evaluation and "
                + $"suppressions {empty:F2} ms ({empty / all:P1}), shell parsing {parsed - empty:F2} ms "
                + $"({(parsed - empty) / all:P1})");

        var costs = RuleCatalog.Rules.Select(rule => (rule.Descriptor.Name, Cost: Added(files, parsing, rule)))
            .OrderByDescending(cost => cost.Cost)
            .ToList();
        foreach (var (name, cost) in costs)
            Console.WriteLine($"{name,-40} {Math.Max(cost, 0),8:F3} ms {Math.Max(cost, 0) / all,7:P1}");
        return 0;
    }

    private static double Added(List<Dockerfile> files, Rule[] without, Rule rule)
    {
        double shortest = double.MaxValue, baseline = double.MaxValue;
        Rule[] with = [.. without, .. Enumerable.Repeat(rule, Times)];
        for (var pass = 0; pass < Passes; pass++)
        {
            baseline = Math.Min(baseline, Pass(files, without));
            shortest = Math.Min(shortest, Pass(files, with));
        }

        return (shortest - baseline) / Times;
    }

    private static double Best(Func<double> pass) => Enumerable.Range(0, Passes).Min(_ => pass());

    private static double Pass(List<Dockerfile> files, IReadOnlyList<Rule> rules)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var file in files)
            FileCheck.Run(new LintRequest(file, "/src/Dockerfile", Settings, new RuleSet("test", rules)));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private sealed class ParsesShell : ShellRule
    {
        public override RuleDescriptor Descriptor { get; } = new(
            "DG9999ParsesShell", "parses and finds nothing", Severity.Warning);

        /// <summary>
        /// The engine gathers the names of a script's commands for the first rule that asks for some.
        /// </summary>
        public override IReadOnlyList<string> Commands { get; } = ["a-program-nobody-has"];

        public override void Check(RunInstruction run, ShellScript script, FileContext context)
        {
        }
    }
}
