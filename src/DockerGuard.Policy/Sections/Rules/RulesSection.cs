using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Sections.Rules;

/// <summary><c>rules</c>: rule ids, names and peers' aliases with their severities.</summary>
internal sealed class RulesSection : PolicySection<Dictionary<string, Severity>>
{
    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["off"] = Severity.Off,
        ["info"] = Severity.Info,
        ["warning"] = Severity.Warning,
        ["error"] = Severity.Error,
    };

    /// <summary>Conditions of the tool that leave the checks themselves intact when they are turned down.</summary>
    private static readonly RuleDescriptor[] Adjustable =
    [
        ToolDiagnostics.UnusedSuppression, ToolDiagnostics.InvalidSuppression,
        ToolDiagnostics.WaiverExpiresSoon, ToolDiagnostics.RegistryUnavailable,
        .. RuleCatalog.ForeignTools.Select(tool => tool.Unavailable),
    ];

    public override string Key => "rules";

    public override JsonSchema Schema =>
        RuleNameSchema.Severities("Rules and their severities; they override the profile.", WordsFor);

    protected override Dictionary<string, Severity>? ReadWords(YamlEntry entry, PolicyReading reading)
    {
        if (YamlValues.Map(entry, reading.Errors) is not { } map) return null;
        var severities = new Dictionary<string, Severity>();
        var keys = new Dictionary<string, string>();
        foreach (var rule in map.Entries) ReadRule(rule, severities, keys, reading.Errors);
        return severities;
    }

    protected override void MergeWords(IReadOnlyList<Dictionary<string, Severity>> layers, PolicyDraft policy) =>
        policy.Settings = policy.Settings with { Severities = Overlay(layers) };

    private static void ReadRule(
        YamlEntry entry, Dictionary<string, Severity> severities, Dictionary<string, string> keys, PolicyErrors errors)
    {
        var rules = RuleCatalog.FindAll(entry.Name);
        if (rules.Count == 0) errors.AddUnknown(entry.Key.Span, "rule", entry.Name, RuleCatalog.Names.All);
        if (ReadSeverity(entry, errors) is not { } severity) return;
        foreach (var rule in rules) Set(rule, severity, entry, severities, keys, errors);
    }

    private static Severity? ReadSeverity(YamlEntry entry, PolicyErrors errors)
    {
        if (YamlValues.Text(entry, errors) is not { } value) return null;
        if (Severities.TryGetValue(value.Text, out var severity)) return severity;
        var suggestion = Suggestion.For(value.Text, Severities.Keys);
        errors.Add(
            value.Span, $"{Sentence.Quote(value.Text)} is not a severity: off, info, warning or error{suggestion}");
        return null;
    }

    private static void Set(
        RuleDescriptor rule, Severity severity, YamlEntry entry,
        Dictionary<string, Severity> severities, Dictionary<string, string> keys, PolicyErrors errors)
    {
        if (!MayBe(rule, severity))
        {
            var lowest = Word(rule.Recommended);
            const string reason = "reports that a check could not be made, so it cannot be set below";
            errors.Add(entry.Value.Span, $"{rule.Id} {reason} '{lowest}'");
        }
        else if (keys.TryGetValue(rule.Key, out var other) && severities[rule.Key] != severity)
        {
            var first = $"{Sentence.Quote(other)} already sets it to '{Word(severities[rule.Key])}'";
            errors.Add(entry.Key.Span, $"{Sentence.Quote(entry.Name)} sets {rule.Key} again: {first}");
        }
        else
        {
            severities[rule.Key] = severity;
            keys[rule.Key] = entry.Name;
        }
    }

    private static bool MayBe(RuleDescriptor rule, Severity severity) =>
        !rule.IsTool || severity >= rule.Recommended || Adjustable.Contains(rule);

    /// <summary>The severities a rule may be given.</summary>
    private static IEnumerable<string> WordsFor(RuleDescriptor rule) =>
        Severities.Where(pair => MayBe(rule, pair.Value)).Select(pair => pair.Key);

    private static string Word(Severity severity) => Severities.First(pair => pair.Value == severity).Key;
}
