using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Sections.Rules;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections.Waivers;

/// <summary><c>waivers</c>: findings somebody answers for. A waiver with any error is no waiver.</summary>
internal sealed class WaiversSection : PolicySection<IReadOnlyList<Waiver>>
{
    private const string DateForm = "a day of the calendar as yyyy-MM-dd, such as 2027-01-31";

    private static readonly KeyTable<Words> Keys = new(
        new("rule", () => RuleSchema, ReadRules, IsRequired: true),
        new("path", () => PathSchema, ReadPath),
        new("reason", () => JsonSchema.Text("Why the finding is accepted."), ReadReason, IsRequired: true),
        new("owner", () => JsonSchema.Text("Who answers for it."), ReadOwner, IsRequired: true),
        new("expires", () => ExpiresSchema, ReadExpires, IsRequired: true));

    public override string Key => "waivers";

    public override JsonSchema Schema => JsonSchema.List(
        "Findings somebody answers for.",
        Keys.Schema("A waiver silences its findings until the day it expires."));

    private static JsonSchema RuleSchema =>
        JsonSchema.OneOrMore("A rule, or a list of them.", RuleNameSchema.Name("waivableRule", CanBeWaived));

    private static JsonSchema PathSchema =>
        JsonSchema.Text("The files it holds for, relative to the policy's folder; every file when absent.");

    private static JsonSchema ExpiresSchema =>
        JsonSchema.Text("The last day it is valid.", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$") with { Format = "date" };

    protected override IReadOnlyList<Waiver>? ReadWords(YamlEntry entry, PolicyReading reading) =>
        YamlValues.List(entry, reading.Errors) is { } list
            ? [.. list.Items.Select(item => ReadWaiver(item, reading)).OfType<Waiver>()]
            : null;

    protected override void MergeWords(IReadOnlyList<IReadOnlyList<Waiver>> layers, PolicyDraft policy) =>
        policy.Waivers = [.. layers.SelectMany(layer => layer)];

    protected override IEnumerable<Lowering> Lowerings(IReadOnlyList<Waiver> words, EnforcingPolicy enforcing) =>
        from waiver in words
        let rule = waiver.RuleIds.SelectMany(id => enforcing.EnforcedOf(RuleCatalog.Find(id)!)).FirstOrDefault()
        where rule is not null
        select new Lowering(waiver.Origin.Span, rule, "a waiver here does not count; ask for one in that policy");

    private static Waiver? ReadWaiver(YamlNode item, PolicyReading reading)
    {
        var errors = reading.Errors;
        if (item is YamlMap map) return ReadWaiver(map, reading);
        if (item is YamlScalar { IsEmpty: true }) errors.Add(item.Span, "a waiver is empty");
        else if (item is not YamlRefused)
            errors.Add(item.Span, $"a waiver must be a map with {Needed(Keys.Required)}, not {item.Kind}");
        return null;
    }

    private static Waiver? ReadWaiver(YamlMap map, PolicyReading reading)
    {
        string[] missing = [.. Keys.Required.Where(key => map.Entries.All(entry => entry.Name != key))];
        if (missing.Length > 0) reading.Errors.Add(map.Span, $"the waiver has no {Needed(missing)}");

        var words = new Words();
        Keys.Read(map, words, reading.Errors);
        if (words is not { Rules: { } rules, Reason: { } reason, Owner: { } owner, Expires: { } expires }) return null;
        if (words.IsPathRefused) return null;
        return new Waiver(rules, words.Path, reading.WaiverFolder)
        {
            Reason = reason,
            Owner = owner,
            Expires = expires,
            ExpiresSpan = words.ExpiresSpan,
            Origin = new FileOrigin(reading.File, map.Span),
        };
    }

    private static void ReadRules(YamlEntry entry, Words words, PolicyErrors errors)
    {
        if (YamlValues.TextOrList(entry, errors) is not { } values) return;
        var ids = new List<string>();
        var isValid = true;
        foreach (var value in values)
        {
            var rules = RuleCatalog.FindAll(value.Text);
            if (rules.Count > 0 && rules.All(CanBeWaived))
            {
                ids.AddRange(rules.Select(found => found.Key).Except(ids).ToList());
                continue;
            }

            isValid = false;
            if (rules.Count == 0) errors.AddUnknown(value.Span, "rule", value.Text, RuleCatalog.Names.All);
            else errors.Add(value.Span, $"{Refused(rules)} is about the tool itself and cannot be waived");
        }

        if (isValid && ids.Count > 0) words.Rules = ids;
    }

    /// <summary>A file nobody can parse or a broken policy is not a risk to accept; a stale comment may be.</summary>
    private static bool CanBeWaived(RuleDescriptor rule) =>
        !rule.IsTool || rule == ToolDiagnostics.UnusedSuppression || rule == ToolDiagnostics.InvalidSuppression;

    private static string Refused(IReadOnlyList<RuleDescriptor> rules) => rules.First(rule => !CanBeWaived(rule)).Id;

    private static void ReadPath(YamlEntry entry, Words words, PolicyErrors errors)
    {
        words.IsPathRefused = true;
        if (YamlValues.Text(entry, errors) is not { } value) return;
        if (PathGlob.Problem(value.Text) is { } problem)
            errors.Add(value.Span, $"path {Sentence.Quote(value.Text)} {problem}");
        else (words.Path, words.IsPathRefused) = (value.Text, false);
    }

    private static void ReadReason(YamlEntry entry, Words words, PolicyErrors errors) =>
        words.Reason = YamlValues.Text(entry, errors)?.Text.Trim();

    private static void ReadOwner(YamlEntry entry, Words words, PolicyErrors errors) =>
        words.Owner = YamlValues.Text(entry, errors)?.Text.Trim();

    private static void ReadExpires(YamlEntry entry, Words words, PolicyErrors errors)
    {
        if (YamlValues.Text(entry, errors) is not { } value) return;
        if (DateTime.TryParseExact(
            value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            (words.Expires, words.ExpiresSpan) = (date, value.Span);
        }
        else
        {
            errors.Add(value.Span, $"{Sentence.Quote(value.Text)} is not a date: {DateForm}");
        }
    }

    private static string Needed(string[] keys) => string.Join(", ", keys.Select(key => $"'{key}'"));

    /// <summary>What one waiver says; null is nothing, or nothing right.</summary>
    private sealed class Words
    {
        public List<string>? Rules { get; set; }

        public string? Path { get; set; }

        public bool IsPathRefused { get; set; }

        public string? Reason { get; set; }

        public string? Owner { get; set; }

        public DateTime? Expires { get; set; }

        public SourceSpan ExpiresSpan { get; set; }
    }
}
