using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Conformance.Sets;

/// <summary>
/// Each case of hadolint's test suite is about one rule, or about all of them: how often it speaks, and on which lines.
/// </summary>
/// <param name="allRules">False: only the cases of rules we have.</param>
internal sealed class HadolintCases(bool allRules) : IConformanceSet
{
    /// <summary>
    /// The cases of ShellCheck's findings, whichever they are: hadolint has a newer ShellCheck built in, and shows one
    /// of a line.
    /// </summary>
    public const string ShellCheckRule = "SC*";

    public string Name => allRules ? "hadolint-all" : "hadolint";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        var ourRules = PeerRules.Of(Profiles.Hadolint);
        foreach (var entry in Cases(data))
        {
            var rule = entry.GetProperty("rule").GetString()!;
            var isAnyRule = rule == "*";
            if (!allRules && !isAnyRule && !ourRules.Contains(rule)) continue;
            var name = entry.GetProperty("id").GetString()!;
            if (!isAnyRule && !ourRules.Contains(rule))
            {
                yield return new CaseResult(name, $"{rule} is not a rule of ours");
                continue;
            }

            if (rule == ShellCheckRule && !Lint.HasShellCheck)
            {
                yield return new CaseResult(name, "ShellCheck is not installed");
                continue;
            }

            // hadolint's suite runs each rule whatever its severity, those that are off by default too.
            var ours = Findings(entry, rule == ShellCheckRule, isAnyRule ? [.. ourRules] : [rule])
                .Where(finding => isAnyRule || Is(finding, rule))
                .Select(finding => finding.Line);
            if (rule == ShellCheckRule) ours = ours.Distinct();
            var theirs = entry.GetProperty("reference_lines").EnumerateArray().Select(line => line.GetInt32());
            yield return CaseResult.Compare(name, string.Join(" ", theirs), string.Join(" ", ours));
        }
    }

    /// <summary>The cases, each with its own document to live in.</summary>
    public static IEnumerable<JsonElement> Cases(ConformanceData data)
    {
        using var cases = JsonDocument.Parse(data.ReadText("hadolint", "cases.json"));
        foreach (var entry in cases.RootElement.GetProperty("cases").EnumerateArray()) yield return entry;
    }

    /// <summary>
    /// What we find in a case's text; every <c>RUN</c> stands in an <c>ONBUILD</c> where the case says so.
    /// </summary>
    /// <param name="entry">The case.</param>
    /// <param name="withShellCheck">True to ask ShellCheck too.</param>
    /// <param name="wantedRules">Rules to switch on that are off by default.</param>
    public static IReadOnlyList<Lint.PeerFinding> Findings(
        JsonElement entry, bool withShellCheck, params string[] wantedRules)
    {
        var text = entry.TryGetProperty("dockerfile_onbuild", out var onBuild)
            ? onBuild
            : entry.GetProperty("dockerfile");
        return Lint.Hadolint(
            Dockerfile.Parse(text.GetString()! + "\n"),
            LintConfig.Read(entry.GetProperty("config"), wantedRules: wantedRules),
            withShellCheck);
    }

    /// <summary>
    /// True when a finding is the rule's; every code of ShellCheck is <see cref="ShellCheckRule"/>'s.
    /// </summary>
    private static bool Is(Lint.PeerFinding finding, string rule) =>
        finding.Code == rule || (rule == ShellCheckRule && ShellCheckAnswers.IsShellCheck(finding));
}

/// <summary>
/// Everything hadolint itself says of the same texts, by code and line; rules it has switched off by default left out.
/// </summary>
internal sealed class HadolintAnswers(bool allRules) : LintSet("hadolint-answers", Profiles.Hadolint, allRules)
{
    public override IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var entry in HadolintCases.Cases(data))
        {
            // ShellCheck has a set of its own.
            var theirs = Of(entry).Where(finding => !ShellCheckAnswers.IsShellCheck(finding));
            yield return Compare(
                entry.GetProperty("id").GetString()!, theirs, HadolintCases.Findings(entry, withShellCheck: false));
        }
    }

    /// <summary>What hadolint says of a case's text.</summary>
    public static IEnumerable<Lint.PeerFinding> Of(JsonElement entry) =>
        entry.GetProperty("reference_all").EnumerateArray()
            .Where(finding => finding.GetProperty("severity").GetString() != "ignore")
            .Select(finding =>
                new Lint.PeerFinding(finding.GetProperty("code").GetString()!, finding.GetProperty("line").GetInt32()));
}
