using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Oci;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Suppressions;

namespace DockerGuard.Policy.Hadolint;

/// <summary>Translates hadolint's configuration into settings: its rules are ours by alias.</summary>
internal static class HadolintOverlay
{
    private const string Tool = "hadolint";

    /// <summary>The rule that passes on what ShellCheck finds.</summary>
    private const string ShellCheckRule = "DG5032";

    /// <summary>
    /// The one rule of hadolint that is style by default; an alias keeps no difference between style and info.
    /// </summary>
    private const string StyleRule = "DL3048";

    /// <summary>The settings of a policy with hadolint's beneath them.</summary>
    public static RuleSettings Apply(RuleSettings policy, RegistryMirrors mirrors, HadolintConfiguration hadolint)
    {
        var ignored = new Dictionary<string, Suppression>(StringComparer.Ordinal);
        var lowered = new Dictionary<string, Suppression>(StringComparer.Ordinal);
        return policy with
        {
            Severities = Severities(policy, hadolint, ignored, lowered),
            Overlay = new SettingsOverlay(policy, ignored, lowered),
            FailsFrom = FailsFrom(hadolint) is { } least
                ? new Dictionary<string, Severity> { [ShellCheckRule] = least }
                : [],
            Registries = Registries(policy.Registries, mirrors, hadolint),
            Labels = new LabelSettings
            {
                Required = policy.Labels.Required.Count > 0 ? policy.Labels.Required : [.. hadolint.Labels.Keys],
                Schema = LabelsOf(policy, hadolint).Concat(policy.Labels.Schema)
                    .GroupBy(label => label.Key, StringComparer.Ordinal)
                    .ToDictionary(label => label.Key, label => label.Last().Value, StringComparer.Ordinal),
                IsStrict = policy.Labels.IsStrict || hadolint.StrictLabels == true,
            },
            IgnoresHadolintPragmas = policy.IgnoresHadolintPragmas || hadolint.DisableIgnorePragma == true,
        };
    }

    /// <summary>A list of labels that a policy enforces gets no longer by hadolint's.</summary>
    private static Dictionary<string, LabelType> LabelsOf(
        RuleSettings policy, HadolintConfiguration hadolint) =>
        policy.Labels.IsStrict && policy.EnforcerOf(RuleCatalog.Find("DG6005")!) is not null
            ? []
            : hadolint.Labels;

    /// <summary>Whoever sends images through a mirror trusts the mirror.</summary>
    private static RegistrySettings Registries(
        RegistrySettings policy, RegistryMirrors mirrors, HadolintConfiguration hadolint) =>
        policy.Trusted.Count > 0 || hadolint.Registries.Count == 0
            ? policy
            : policy with { Trusted = [.. hadolint.Registries.Union(mirrors.Targets)] };

    /// <summary>
    /// The severities, and who says so where one is less than the policy's. What is ignored keeps its severity: it is
    /// found, and then silenced by name.
    /// </summary>
    private static Dictionary<string, Severity> Severities(
        RuleSettings policy,
        HadolintConfiguration hadolint,
        Dictionary<string, Suppression> ignored,
        Dictionary<string, Suppression> lowered)
    {
        var severities = policy.Severities.ToDictionary(pair => pair.Key, pair => pair.Value);
        var written = Written(hadolint);
        foreach (var rule in RuleCatalog.Descriptors.Where(rule => !severities.ContainsKey(rule.Id)))
        {
            string[] aliases = [.. rule.Aliases.Where(alias => alias.Tool == Tool && HadolintIds.IsId(alias.Id))
                .Select(alias => alias.Id)];
            if (rule.IsTool || aliases.Length == 0) continue;
            var current = policy.SeverityOf(rule);
            // A rule that stands for several of hadolint's is as severe as the most severe of them.
            var level =
                aliases.Max(alias => written.TryGetValue(alias, out var severity) ? severity : LevelOf(current, alias));
            Set(rule.Id, Failing(level, hadolint), current, aliases, isNews: false);
        }

        foreach (var code in written.Where(pair => pair.Key.StartsWith("SC", StringComparison.Ordinal)))
        {
            // ShellCheck's codes are no rules of the catalogue; a policy that sets all of them has spoken.
            if (severities.ContainsKey(code.Key) || severities.ContainsKey(ShellCheckRule)) continue;
            var current = policy.SeverityOf(RuleCatalog.Find(code.Key)!);
            Set(code.Key, Failing(code.Value, hadolint), current, [code.Key], isNews: true);
        }

        // The codes that nobody names fail, or do not, by the threshold alone.
        if (hadolint.ThresholdPlace is { } threshold && !lowered.ContainsKey(ShellCheckRule))
            lowered.Add(ShellCheckRule, threshold);
        return severities;

        void Set(string key, Severity asked, Severity current, string[] aliases, bool isNews)
        {
            var place = aliases.Select(alias => hadolint.Places.TryGetValue(alias, out var at) ? at : null)
                .FirstOrDefault(at => at is not null) ?? hadolint.ThresholdPlace;
            if (asked == Severity.Off && current != Severity.Off) ignored.Add(key, place!);
            else if (asked != current || isNews) severities.Add(key, asked);
            if (asked != Severity.Off && asked < current) lowered.Add(key, place!);
        }
    }

    private static Severity? FailsFrom(HadolintConfiguration hadolint) => hadolint switch
    {
        { NoFail: true } => Severity.Off,
        { FailureThreshold: HadolintSeverity.Error } => Severity.Error,
        { FailureThreshold: HadolintSeverity.Warning } => Severity.Warning,
        { FailureThreshold: HadolintSeverity.Ignore } => Severity.Off,
        { FailureThreshold: not null } => Severity.Info,
        _ => null,
    };

    /// <summary>The severities written for rules: ignored beats all, else the most severe one counts.</summary>
    private static Dictionary<string, HadolintSeverity> Written(HadolintConfiguration hadolint)
    {
        var written = new Dictionary<string, HadolintSeverity>(StringComparer.Ordinal);
        foreach (var pair in hadolint.OverriddenRules.OrderBy(pair => pair.Value)) written[pair.Key] = pair.Value;
        foreach (var rule in hadolint.IgnoredRules) written[rule] = HadolintSeverity.Ignore;
        return written;
    }

    private static HadolintSeverity LevelOf(Severity severity, string alias) => severity switch
    {
        Severity.Error => HadolintSeverity.Error,
        Severity.Warning => HadolintSeverity.Warning,
        Severity.Info => alias == StyleRule ? HadolintSeverity.Style : HadolintSeverity.Info,
        _ => HadolintSeverity.Ignore,
    };

    /// <summary>What a level of hadolint is here, with its threshold.</summary>
    private static Severity Failing(HadolintSeverity level, HadolintConfiguration hadolint)
    {
        var severity = level switch
        {
            HadolintSeverity.Error => Severity.Error,
            HadolintSeverity.Warning => Severity.Warning,
            HadolintSeverity.Ignore => Severity.Off,
            _ => Severity.Info,
        };
        if (severity == Severity.Off || (hadolint.FailureThreshold is null && hadolint.NoFail != true)) return severity;
        var fails = hadolint.NoFail != true
            && hadolint.FailureThreshold is { } threshold and not HadolintSeverity.Ignore
            && level >= threshold;
        return SeverityLaw.Failing(severity, fails);
    }
}
