using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections.Rules;

/// <summary>The severity a file gives a rule.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Name">What the file calls the rule.</param>
/// <param name="Span">Where the severity stands.</param>
internal sealed record RuleWord(Severity Severity, string Name, SourceSpan Span);

/// <summary><c>rules</c>: rule ids, names and peers' aliases with their severities.</summary>
internal sealed class RulesSection : PolicySection<IReadOnlyDictionary<string, RuleWord>>
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

    protected override IReadOnlyDictionary<string, RuleWord>? ReadWords(YamlEntry entry, PolicyReading reading)
    {
        if (YamlValues.Map(entry, reading.Errors) is not { } map) return null;
        var words = new Dictionary<string, RuleWord>();
        foreach (var rule in map.Entries) ReadRule(rule, words, reading.Errors);
        return words;
    }

    protected override void MergeWords(IReadOnlyList<IReadOnlyDictionary<string, RuleWord>> layers, PolicyDraft policy)
    {
        var severities = Overlay(layers).ToDictionary(word => word.Key, word => word.Value.Severity);
        policy.Settings = policy.Settings with { Severities = severities };
    }

    protected override IEnumerable<Lowering> Lowerings(
        IReadOnlyDictionary<string, RuleWord> words, EnforcingPolicy enforcing)
    {
        foreach (var word in words)
        {
            var (name, severity) = (word.Value.Name, word.Value.Severity);
            foreach (var rule in enforcing.EnforcedOf(RuleCatalog.Find(word.Key)!))
            {
                // A code with a word of its own does not hear what is said of its family.
                var isHeard = rule.Key == word.Key || !enforcing.Settings.Severities.ContainsKey(rule.Key);
                var least = enforcing.FloorOf(rule);
                if (!isHeard || severity >= least) continue;
                var asked = $"this policy cannot set {Sentence.Quote(name)} to '{Word(severity)}'";
                yield return new Lowering(word.Value.Span, rule, $"{asked}; '{Word(least)}' is the least");
                break;
            }
        }
    }

    private static void ReadRule(YamlEntry entry, Dictionary<string, RuleWord> words, PolicyErrors errors)
    {
        var rules = RuleCatalog.FindAll(entry.Name);
        if (rules.Count == 0) errors.AddUnknown(entry.Key.Span, "rule", entry.Name, RuleCatalog.Names.All);
        if (ReadSeverity(entry, errors) is not { } severity) return;
        foreach (var rule in rules) Set(rule, severity, entry, words, errors);
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
        RuleDescriptor rule,
        Severity severity,
        YamlEntry entry,
        Dictionary<string, RuleWord> words,
        PolicyErrors errors)
    {
        if (!MayBe(rule, severity))
        {
            var lowest = Word(rule.Recommended);
            const string reason = "reports that a check could not be made, so it cannot be set below";
            errors.Add(entry.Value.Span, $"{rule.Id} {reason} '{lowest}'");
        }
        else if (words.TryGetValue(rule.Key, out var other) && other.Severity != severity)
        {
            var first = $"{Sentence.Quote(other.Name)} already sets it to '{Word(other.Severity)}'";
            errors.Add(entry.Key.Span, $"{Sentence.Quote(entry.Name)} sets {rule.Key} again: {first}");
        }
        else
        {
            words[rule.Key] = new RuleWord(severity, entry.Name, entry.Value.Span);
        }
    }

    private static bool MayBe(RuleDescriptor rule, Severity severity) =>
        !rule.IsTool || severity >= rule.Recommended || Adjustable.Contains(rule);

    /// <summary>The severities a rule may be given.</summary>
    private static IEnumerable<string> WordsFor(RuleDescriptor rule) =>
        Severities.Where(pair => MayBe(rule, pair.Value)).Select(pair => pair.Key);

    private static string Word(Severity severity) => Severities.First(pair => pair.Value == severity).Key;
}
