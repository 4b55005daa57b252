using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;

namespace DockerGuard.Policy.Schema;

/// <summary>Reads <c>rules</c>: rule ids, names and peers' aliases with their severities.</summary>
internal static class RulesSection
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
        ToolDiagnostics.WaiverExpiresSoon, ToolDiagnostics.RegistryUnavailable, ToolDiagnostics.ShellCheckUnavailable,
    ];

    /// <summary>Every way to name a rule.</summary>
    public static IEnumerable<string> KnownNames =>
        RuleCatalog.Descriptors.SelectMany(rule => rule.Aliases.Select(alias => alias.Id).Prepend(rule.Name).Prepend(rule.Id));

    public static void Read(YamlMap map, Dictionary<string, Severity> severities, PolicyErrors errors)
    {
        var keys = new Dictionary<string, string>();
        foreach (var entry in map.Entries)
        {
            var rules = RuleCatalog.FindAll(entry.Name);
            if (rules.Count == 0) errors.AddUnknown(entry.Key.Span, "rule", entry.Name, KnownNames);
            if (ReadSeverity(entry, errors) is not { } severity) continue;
            foreach (var rule in rules) Set(rule, severity, entry, severities, keys, errors);
        }
    }

    private static Severity? ReadSeverity(YamlEntry entry, PolicyErrors errors)
    {
        if (SchemaReader.Text(entry, errors) is not { } value) return null;
        if (Severities.TryGetValue(value.Text, out var severity)) return severity;
        var suggestion = Suggestion.Clause(value.Text, Severities.Keys);
        errors.Add(value.Span, $"{MessageText.Quote(value.Text)} is not a severity: off, info, warning or error{suggestion}");
        return null;
    }

    private static void Set(
        RuleDescriptor rule, Severity severity, YamlEntry entry, Dictionary<string, Severity> severities, Dictionary<string, string> keys, PolicyErrors errors)
    {
        if (rule.IsTool && severity < rule.Recommended && !Adjustable.Contains(rule))
        {
            var lowest = Severities.First(pair => pair.Value == rule.Recommended).Key;
            errors.Add(entry.Value.Span, $"{rule.Id} reports that a check could not be made, so it cannot be set below '{lowest}'");
        }
        else if (keys.TryGetValue(rule.Key, out var other) && severities[rule.Key] != severity)
        {
            var otherSeverity = Severities.First(pair => pair.Value == severities[rule.Key]).Key;
            errors.Add(entry.Key.Span, $"{MessageText.Quote(entry.Name)} sets {rule.Key} again: {MessageText.Quote(other)} already sets it to '{otherSeverity}'");
        }
        else
        {
            severities[rule.Key] = severity;
            keys[rule.Key] = entry.Name;
        }
    }
}
