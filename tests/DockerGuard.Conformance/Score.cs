using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DockerGuard.Conformance.Sets;

namespace DockerGuard.Conformance;

/// <summary>Runs every set and compares with the scores on record.</summary>
internal static class Score
{
    private static readonly IConformanceSet[] Sets =
    [
        new ParserPositive(), new ParserNegative(), new ParserLines(), new ShellExpansion(), new ShellWords(),
        new EdgeCaseTrees(), new EdgeCaseDetails(), new EdgeCaseErrors(), new EdgeCaseWords(), new EdgeCaseSyntax(),
        new RealDockerfiles(), new RealDockerfileDetails(), new RealErrors(), new CheckErrors(),
        new IgnoreMatches(), new IgnoreExpressions(), new IgnoreLines(), new IgnoreTrees(),
        new CheckCases(isBuild: false, allRules: false), new CheckCases(isBuild: true, allRules: false),
        new EdgeCaseLint(allRules: false), new RealLint(allRules: false), new BuildKitMessages(),
        new HadolintCases(allRules: false), new HadolintAnswers(allRules: false), new ShellCheckAnswers(), new Fixes(),
        new ScannerCases("trivy", "trivy", allRules: false), new ScannerCases("checkov", "checkov", allRules: false),
        new ScannerCases("kics", "kics", allRules: false), new ScannerCases("datadog-iac", "kics", allRules: false),
        new DockleCases(), new HadolintConfigCases(),
        new CheckCases(isBuild: false, allRules: true), new CheckCases(isBuild: true, allRules: true),
        new EdgeCaseLint(allRules: true), new RealLint(allRules: true),
        new HadolintCases(allRules: true), new HadolintAnswers(allRules: true),
        new ScannerCases("trivy", "trivy", allRules: true), new ScannerCases("checkov", "checkov", allRules: true),
        new ScannerCases("kics", "kics", allRules: true), new ScannerCases("datadog-iac", "kics", allRules: true),
    ];

    /// <summary>Prints the table; the result is the exit code.</summary>
    public static int Run(TextWriter output, bool listDifferences)
    {
        if (ConformanceData.Find() is not { } data)
        {
            output.WriteLine("the conformance data is not here: set DOCKERGUARD_CONFORMANCE to its folder; no score");
            return Environment.GetEnvironmentVariable("CI") == "true" ? 1 : 0;
        }

        var recorded = JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(Beside("scores.json")))!;
        var fallen = 0;
        output.WriteLine($"{"set",-20} {"cases",6} {"agreed",7} {"known",6} {"disagreed",10} {"recorded",9}");
        foreach (var set in Sets)
        {
            var known = Divergences(set.Name);
            var results = set.Run(data).ToList();
            var agreed = results.Count(result => result.Difference is null);
            var divergent = results.Count(result => result.Difference is not null && known.ContainsKey(result.Case));
            var minimum = recorded.GetValueOrDefault(set.Name);
            var stale = known.Keys.Where(
                name => results.All(result => result.Case != name || result.Difference is null)).ToList();
            if (agreed < minimum || stale.Count > 0) fallen++;
            output.WriteLine(
                $"{set.Name,-20} {results.Count,6} {agreed,7} {divergent,6} {results.Count - agreed - divergent,10} "
                    + $"{minimum,9}{(agreed < minimum ? "  fell" : "")}");
            foreach (var name in stale) output.WriteLine($"  no longer a divergence: {name}");
            if (!listDifferences) continue;
            foreach (var result in results.Where(result => result.Difference is not null))
            {
                output.WriteLine(
                    $"  {result.Case}{(known.TryGetValue(result.Case, out var reason) ? $" (known: {reason})" : "")}\n"
                        + $"    {result.Difference}");
            }
        }

        return fallen == 0 ? 0 : 1;
    }

    /// <summary>Lists the differences of one set, for whoever works on a rule.</summary>
    public static int Show(TextWriter output, string name, string start)
    {
        if (ConformanceData.Find() is not { } data || Sets.FirstOrDefault(set => set.Name == name) is not { } chosen)
        {
            output.WriteLine("no data, or no set of this name: " + string.Join(" ", Sets.Select(set => set.Name)));
            return 2;
        }

        var known = Divergences(name);
        var results = chosen.Run(data)
            .Where(result => result.Case.StartsWith(start, StringComparison.Ordinal))
            .ToList();
        foreach (var result in results.Where(result => result.Difference is not null))
            output.WriteLine($"{result.Case}{(known.ContainsKey(result.Case) ? " (known)" : "")}: {result.Difference}");
        output.WriteLine($"{results.Count(result => result.Difference is null)} of {results.Count} agreed");
        return 0;
    }

    /// <summary>The divergences of a set with their reasons: one line each, case and reason divided by a tab.</summary>
    private static Dictionary<string, string> Divergences(string set)
    {
        var path = Beside(Path.Combine("divergences", set + ".tsv"));
        if (!File.Exists(path)) return [];
        return File.ReadLines(path).Where(line => line.Length > 0)
            .Select(line => line.Split('\t', 2))
            .ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
