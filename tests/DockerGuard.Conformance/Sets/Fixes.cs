using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Checks.Fixes;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Conformance.Sets;

/// <summary>
/// Every fix of every rule over all Dockerfiles of the peers: none may do harm, and a second run finds nothing to mend.
/// There are no answers of theirs to compare with; the files are what is theirs.
/// </summary>
internal sealed class Fixes : IConformanceSet
{
    private static readonly RuleSettings Settings = new()
    {
        Today = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
        Severities = RuleCatalog.Rules.ToDictionary(rule => rule.Descriptor.Id, _ => Severity.Warning),
    };

    public string Name => "fixes";

    public IEnumerable<CaseResult> Run(ConformanceData data) =>
        Texts(data).Select(text => new CaseResult(text.Name, Problem(Dockerfile.Parse(text.Bytes))));

    private static string? Problem(Dockerfile file)
    {
        var first = DockerfileFixer.Apply(Request(file));
        if (first.Refused.Count > 0) return "fixes that do harm: " + string.Join(", ", first.Refused);
        if (first.Applied.Count == 0)
            return first.Dockerfile.Text == file.Text ? null : "the file changed without a fix";
        var again = Dockerfile.Parse(first.Dockerfile.ToBytes());
        if (again.Errors.Count > file.Errors.Count) return "the file parses worse: " + string.Join(", ", again.Errors);
        var second = DockerfileFixer.Apply(Request(again));
        return second.Applied.Count > 0 ? "a second run mends again: " + string.Join(", ", second.Applied) : null;
    }

    private static LintRequest Request(Dockerfile file) => new(file, "/repository/Dockerfile", Settings, RuleSet.Ours);

    private static IEnumerable<(string Name, byte[] Bytes)> Texts(ConformanceData data)
    {
        foreach (var entry in data.ReadLines("buildkit", "real-dockerfiles.jsonl"))
        {
            yield return (
                entry.GetProperty("paths")[0].GetString()!,
                Dockerfile.Encode(entry.GetProperty("dockerfile").GetString()!));
        }

        foreach (var (entry, name) in EdgeCases.Files(data))
            yield return (name, entry.GetProperty("dockerfile_b64").GetBytesFromBase64());
        foreach (var entry in HadolintCases.Cases(data))
        {
            yield return (
                entry.GetProperty("id").GetString()!,
                Dockerfile.Encode(entry.GetProperty("dockerfile").GetString()! + "\n"));
        }

        foreach (var scanner in new[] { "trivy", "checkov", "kics" })
        {
            using var cases = JsonDocument.Parse(data.ReadText("scanners", scanner + ".json"));
            var number = 0;
            foreach (var entry in cases.RootElement.GetProperty("cases").EnumerateArray())
            {
                if (entry.TryGetProperty("dockerfile", out var text) && text.ValueKind == JsonValueKind.String)
                    yield return ($"{scanner} {++number}", Dockerfile.Encode(text.GetString()!));
            }
        }
    }
}
