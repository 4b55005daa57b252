using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Conformance.Sets;

/// <summary>Warnings of a peer for whole Dockerfiles, against ours in the profile of its name.</summary>
/// <param name="name">The set's name; the one with all rules has <c>-all</c> after it.</param>
/// <param name="tool">The peer.</param>
/// <param name="allRules">False: only warnings of rules we have count on their side.</param>
internal abstract class LintSet(string name, string tool, bool allRules) : IConformanceSet
{
    private readonly HashSet<string> _ourRules = PeerRules.Of(tool);

    public string Name => allRules ? name + "-all" : name;

    public abstract IEnumerable<CaseResult> Run(ConformanceData data);

    protected CaseResult Compare(
        string caseName, IEnumerable<Lint.PeerFinding> theirs, IEnumerable<Lint.PeerFinding> ours) =>
        CaseResult.Compare(
            caseName, Show(allRules ? theirs : theirs.Where(finding => _ourRules.Contains(finding.Code))), Show(ours));

    /// <summary>BuildKit's warnings: rule and first line.</summary>
    protected static IEnumerable<Lint.PeerFinding> Warnings(JsonElement warnings) =>
        warnings.ValueKind != JsonValueKind.Array ? [] : warnings.EnumerateArray()
            .Select(warning => new Lint.PeerFinding(
                warning.GetProperty("rule").GetString()!, warning.GetProperty("startLine").GetInt32()));

    private static string Show(IEnumerable<Lint.PeerFinding> findings) =>
        string.Join(
            " ", findings.OrderBy(finding => finding.Line)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal)
                .Select(finding => $"{finding.Code}:{finding.Line}"));
}

/// <summary>The cases of BuildKit's own checks: <c>docker build --check</c>, and the warnings of a build.</summary>
internal sealed class CheckCases(
    bool isBuild, bool allRules) : LintSet(isBuild ? "check-build" : "check-lint", Profiles.BuildKit, allRules)
{
    public override IEnumerable<CaseResult> Run(ConformanceData data)
    {
        using var cases = JsonDocument.Parse(data.ReadText("buildkit", "check-cases.json"));
        foreach (var entry in cases.RootElement.EnumerateArray())
        {
            var check = new BuildKitCheck(
                Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!), LintConfig.ReadCase(entry));
            var theirs = entry.GetProperty("peer").GetProperty(isBuild ? "build" : "lint").GetProperty("warnings");
            yield return Compare(
                $"case {entry.GetProperty("id").GetInt32()}",
                Warnings(theirs),
                isBuild ? check.BuildWarnings() : check.Warnings());
        }
    }
}

/// <summary>BuildKit's warnings of the edge cases.</summary>
internal sealed class EdgeCaseLint(bool allRules) : LintSet("edge-cases-lint", Profiles.BuildKit, allRules)
{
    public override IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var (entry, name) in EdgeCases.Files(data))
        {
            var check = new BuildKitCheck(
                Dockerfile.Parse(entry.GetProperty("dockerfile_b64").GetBytesFromBase64()), new LintConfig());
            yield return Compare(name, Warnings(entry.GetProperty("lint").GetProperty("warnings")), check.Warnings());
        }
    }
}

/// <summary>BuildKit's warnings of the real Dockerfiles.</summary>
internal sealed class RealLint(bool allRules) : LintSet("real-lint", Profiles.BuildKit, allRules)
{
    public override IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var entry in data.ReadLines("buildkit", "real-dockerfiles.jsonl"))
        {
            var check = new BuildKitCheck(
                Dockerfile.Parse(entry.GetProperty("dockerfile").GetString()!), new LintConfig());
            yield return Compare(
                entry.GetProperty("paths")[0].GetString()!, Warnings(entry.GetProperty("lint")), check.Warnings());
        }
    }
}

/// <summary>The rules of a peer that ours have an alias for.</summary>
internal static class PeerRules
{
    public static HashSet<string> Of(string tool) =>
        [.. from rule in RuleCatalog.Descriptors from alias in rule.Aliases where alias.Tool == tool select alias.Id];
}
