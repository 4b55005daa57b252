using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections.Labels;

/// <summary><c>labels</c>: which labels images carry, of what form, and whether they may carry others.</summary>
internal sealed class LabelsSection : PolicySection<LabelsSection.Words>
{
    /// <summary>No blank, no quote, no equals sign: what <see cref="IsKey"/> asks.</summary>
    private const string KeyPattern = "^[^\\s\\u0000-\\u001f\\u007f-\\u009f=\"']+$";

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
                Required = [.. layers.SelectMany(layer => layer.Required).Distinct()],
                Schema = Overlay(layers.Select(layer => layer.Schema)),
                IsStrict = layers.LastOrDefault(layer => layer.IsStrict is not null)?.IsStrict ?? false,
            },
        };

    private static void ReadRequired(YamlEntry entry, Words words, PolicyErrors errors) =>
        words.Required.AddRange(
            from label in YamlValues.TextList(entry, errors) ?? [] where IsKey(label, errors) select label.Text);

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
                words.Schema[label.Name] = type;
            }
        }
    }

    private static void ReadStrict(YamlEntry entry, Words words, PolicyErrors errors)
    {
        if (YamlValues.Text(entry, errors) is not { } value) return;
        if (value.Text is "true" or "false") words.IsStrict = value.Text == "true";
        else errors.Add(value.Span, $"{Sentence.Quote(value.Text)} is neither true nor false");
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
        public List<string> Required { get; } = [];

        public Dictionary<string, LabelType> Schema { get; } = [];

        public bool? IsStrict { get; set; }
    }
}
