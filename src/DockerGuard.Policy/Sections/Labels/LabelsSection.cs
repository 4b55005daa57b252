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

namespace DockerGuard.Policy.Sections.Labels;

/// <summary><c>labels</c>: which labels images carry, of what form, and whether they may carry others.</summary>
internal sealed class LabelsSection : PolicySection<LabelsSection.Words>
{
    /// <summary>No blank, no quote, no equals sign: what <see cref="IsKey"/> asks.</summary>
    private const string KeyPattern = "^[^\\s\\u0000-\\u001f\\u007f-\\u009f=\"']+$";

    /// <summary>The rules that read the type of a label.</summary>
    private static readonly string[] FormRules =
    [
        "DG6006", "DG6007", "DG6008", "DG6009", "DG6010", "DG6011", "DG6012",
    ];

    private static readonly KeyTable<Words> Keys = new(
        new("required", () => JsonSchema.List("The keys of labels that every image carries.", KeySchema), ReadRequired),
        new("schema", () => JsonSchema.MapOf("The types of values, by label.", KeyPattern, TypeSchema), ReadSchema),
        new("strict", () => StrictSchema, ReadStrict));

    public override string Key => "labels";

    public override JsonSchema Schema => Keys.Schema("Which labels images carry, and of what form.");

    private static JsonSchema KeySchema =>
        JsonSchema.Text("A label's key, such as org.opencontainers.image.source.", KeyPattern);

    private static JsonSchema TypeSchema => JsonSchema.Words("The form of the label's value.", LabelTypes.ByWord.Keys);

    private static JsonSchema StrictSchema =>
        JsonSchema.Flag("true allows no labels but those under schema and required.") with { Default = false };

    protected override Words? ReadWords(YamlEntry entry, PolicyReading reading)
    {
        if (YamlValues.Map(entry, reading.Errors) is not { } map) return null;
        var words = new Words();
        Keys.Read(map, words, reading.Errors);
        return words;
    }

    protected override void MergeWords(IReadOnlyList<Words> layers, PolicyDraft policy) =>
        policy.Settings = policy.Settings with
        {
            Labels = new LabelSettings
            {
                Required = [.. layers.SelectMany(layer => layer.Required).Select(label => label.Text).Distinct()],
                Schema = Overlay(layers.Select(layer => layer.Schema))
                    .ToDictionary(label => label.Key, label => label.Value.Type),
                IsStrict = layers.LastOrDefault(layer => layer.Strict is not null)?.Strict?.IsStrict ?? false,
            },
        };

    protected override IEnumerable<Lowering> Lowerings(Words words, EnforcingPolicy enforcing)
    {
        var labels = enforcing.Settings.Labels;
        if (labels.IsStrict && Enforced(enforcing, "DG6005") is { } unlisted)
        {
            if (words.Strict is { IsStrict: false } strict)
                yield return new Lowering(strict.Span, unlisted, "'strict' stays true; take this line out");
            var added = words.Required.Select(label => (label.Text, label.Span))
                .Concat(words.Schema.Select(label => (Text: label.Key, label.Value.Span)))
                .Where(label => !labels.Required.Contains(label.Text) && !labels.Schema.ContainsKey(label.Text));
            foreach (var (text, span) in added)
            {
                yield return new Lowering(
                    span, unlisted, $"this policy cannot list {Sentence.Quote(text)} too; ask for it in that policy");
            }
        }

        if (Enforced(enforcing, FormRules) is not { } form) yield break;
        foreach (var label in words.Schema)
        {
            if (!labels.Schema.TryGetValue(label.Key, out var type) || type == label.Value.Type) continue;
            var word = LabelTypes.ByWord.First(known => known.Value == type).Key;
            yield return new Lowering(
                label.Value.Span,
                form,
                $"the type of label {Sentence.Quote(label.Key)} stays '{word}'; take this line out");
        }
    }

    private static RuleDescriptor? Enforced(EnforcingPolicy enforcing, params string[] ids) =>
        ids.Select(id => RuleCatalog.Find(id)!).FirstOrDefault(rule => enforcing.FloorOf(rule) != Severity.Off);

    private static void ReadRequired(YamlEntry entry, Words words, PolicyErrors errors) =>
        words.Required.AddRange(
            from label in YamlValues.TextList(entry, errors) ?? [] where IsKey(label, errors) select label);

    private static void ReadSchema(YamlEntry entry, Words words, PolicyErrors errors)
    {
        foreach (var label in YamlValues.Map(entry, errors)?.Entries ?? [])
        {
            var isKey = IsKey(label.Key, errors);
            if (YamlValues.Text(label, errors) is not { } value) continue;
            if (!LabelTypes.ByWord.TryGetValue(value.Text, out var type))
            {
                string[] types = [.. LabelTypes.ByWord.Keys];
                var suggestion = Suggestion.For(value.Text, types);
                var choice = MessageText.Choice(types) + suggestion;
                errors.Add(value.Span, $"{Sentence.Quote(value.Text)} is not a type of label: {choice}");
            }
            else if (isKey)
            {
                words.Schema[label.Name] = (type, label.Key.Span);
            }
        }
    }

    private static void ReadStrict(YamlEntry entry, Words words, PolicyErrors errors)
    {
        if (YamlValues.Flag(entry, errors) is { } isStrict) words.Strict = (isStrict, entry.Value.Span);
    }

    private static bool IsKey(YamlScalar label, PolicyErrors errors)
    {
        if (label.Text.Length > 0 && !label.Text.Any(IsRefused)) return true;
        var problem = label.Text.Length == 0 ? "it is empty" : "it has a blank, a quote or '='";
        errors.Add(label.Span, $"{Sentence.Quote(label.Text)} is not a label key: {problem}");
        return false;
    }

    private static bool IsRefused(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '=' or '"' or '\'';

    /// <summary>What one file says.</summary>
    internal sealed class Words
    {
        public List<YamlScalar> Required { get; } = [];

        /// <summary>The types of labels, with the places of their keys.</summary>
        public Dictionary<string, (LabelType Type, SourceSpan Span)> Schema { get; } = [];

        public (bool IsStrict, SourceSpan Span)? Strict { get; set; }
    }
}
