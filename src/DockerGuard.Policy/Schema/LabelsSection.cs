using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;

namespace DockerGuard.Policy.Schema;

/// <summary>Reads <c>labels</c>: which labels images carry, of what form, and whether they may carry others.</summary>
internal static class LabelsSection
{
    private static readonly string[] Keys = ["required", "schema", "strict"];

    /// <summary>The types by the words hadolint has for them.</summary>
    public static readonly IReadOnlyDictionary<string, LabelType> Types = new Dictionary<string, LabelType>(StringComparer.Ordinal)
    {
        ["text"] = LabelType.Text,
        ["url"] = LabelType.Url,
        ["semver"] = LabelType.SemVer,
        ["hash"] = LabelType.Hash,
        ["rfc3339"] = LabelType.Rfc3339,
        ["spdx"] = LabelType.Spdx,
        ["email"] = LabelType.Email,
    };

    public static void Read(YamlMap map, PolicyDocument document, PolicyErrors errors)
    {
        foreach (var entry in map.Entries)
        {
            switch (entry.Name)
            {
                case "required":
                    foreach (var label in SchemaReader.TextList(entry, errors) ?? [])
                        if (IsKey(label, errors)) document.RequiredLabels.Add(label.Text);
                    break;
                case "schema":
                    if (SchemaReader.Map(entry, errors) is { } schema) ReadSchema(schema, document.LabelSchema, errors);
                    break;
                case "strict":
                    document.HasStrictLabels = ReadStrict(entry, errors);
                    break;
                default:
                    errors.AddUnknown(entry.Key.Span, "key", entry.Name, Keys);
                    break;
            }
        }
    }

    private static void ReadSchema(YamlMap map, Dictionary<string, LabelType> schema, PolicyErrors errors)
    {
        foreach (var entry in map.Entries)
        {
            var isKey = IsKey(entry.Key, errors);
            if (SchemaReader.Text(entry, errors) is not { } value) continue;
            if (!Types.TryGetValue(value.Text, out var type))
            {
                var suggestion = Suggestion.Clause(value.Text, Types.Keys);
                errors.Add(value.Span, $"{MessageText.Quote(value.Text)} is not a type of label: {MessageText.Choice([.. Types.Keys])}{suggestion}");
            }
            else if (isKey)
            {
                schema[entry.Name] = type;
            }
        }
    }

    private static bool? ReadStrict(YamlEntry entry, PolicyErrors errors)
    {
        if (SchemaReader.Text(entry, errors) is not { } value) return null;
        if (value.Text is "true" or "false") return value.Text == "true";
        errors.Add(value.Span, $"{MessageText.Quote(value.Text)} is neither true nor false");
        return null;
    }

    private static bool IsKey(YamlScalar label, PolicyErrors errors)
    {
        if (label.Text.Length > 0 && !label.Text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '=' or '"' or '\'')) return true;
        errors.Add(label.Span, $"{MessageText.Quote(label.Text)} is not a label key: {(label.Text.Length == 0 ? "it is empty" : "it has a blank, a quote or '='")}");
        return false;
    }
}
