using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Hadolint;

/// <summary>
/// Turns the YAML of a <c>.hadolint.yaml</c> into what it says, reporting everything hadolint would drop in silence.
/// </summary>
internal static class HadolintFileReader
{
    private static readonly string[] Keys =
    [
        "ignored", "override", "failure-threshold", "no-fail", "trustedRegistries", "label-schema", "strict-labels",
        "disable-ignore-pragma",
        "format", "formats", "no-color", "verbose",
    ];

    private static readonly string[] OverrideKeys = ["error", "warning", "info", "style"];

    /// <param name="root">The document; null when the file holds nothing but comments.</param>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static HadolintConfiguration Read(YamlNode? root, string path, PolicyErrors errors)
    {
        var configuration = new HadolintConfiguration();
        if (root is null or YamlRefused or YamlScalar { IsEmpty: true }) return configuration;
        if (root is YamlMap map)
            foreach (var entry in map.Entries) ReadEntry(entry, path, configuration, errors);
        else
            errors.Add(root.Span, $"hadolint's configuration must be a map of keys such as 'ignored', not {root.Kind}");
        return configuration;
    }

    private static void ReadEntry(
        YamlEntry entry, string path, HadolintConfiguration configuration, PolicyErrors errors)
    {
        switch (entry.Name)
        {
            case "ignored":
                configuration.IgnoredRules.AddRange(Rules(entry, path, configuration, errors));
                break;
            case "override":
                if (YamlValues.Map(entry, errors) is { } overrides)
                    ReadOverrides(overrides, path, configuration, errors);
                break;
            case "failure-threshold":
                if (YamlValues.Text(entry, errors) is not { } threshold) break;
                configuration.FailureThreshold = HadolintWords.Threshold(threshold.Text);
                configuration.ThresholdPlace = At(path, threshold, entry.Name);
                if (configuration.FailureThreshold is null)
                    errors.Add(threshold.Span, HadolintWords.ThresholdProblem(threshold.Text));
                break;
            case "no-fail":
                configuration.NoFail = Boolean(entry, errors);
                if (configuration.NoFail == true) configuration.ThresholdPlace = At(path, entry.Value, entry.Name);
                break;
            case "strict-labels":
                configuration.StrictLabels = Boolean(entry, errors);
                break;
            case "disable-ignore-pragma":
                configuration.DisableIgnorePragma = Boolean(entry, errors);
                break;
            case "trustedRegistries":
                ReadRegistries(entry, configuration, errors);
                break;
            case "label-schema":
                if (YamlValues.Map(entry, errors) is { } labels) ReadLabels(labels, configuration, errors);
                break;
            case "format" or "formats" or "no-color" or "verbose":
                break; // how hadolint prints; MSBuild prints here
            default:
                errors.AddUnknown(entry.Key.Span, "key", entry.Name, Keys);
                break;
        }
    }

    private static void ReadOverrides(
        YamlMap map, string path, HadolintConfiguration configuration, PolicyErrors errors)
    {
        foreach (var entry in map.Entries)
        {
            if (!OverrideKeys.Contains(entry.Name))
            {
                errors.AddUnknown(entry.Key.Span, "severity", entry.Name, OverrideKeys);
                continue;
            }

            var severity = HadolintWords.Threshold(entry.Name)!.Value;
            configuration.OverriddenRules.AddRange(
                Rules(entry, path, configuration, errors)
                    .Select(rule => new KeyValuePair<string, HadolintSeverity>(rule, severity)));
        }
    }

    private static void ReadRegistries(YamlEntry entry, HadolintConfiguration configuration, PolicyErrors errors)
    {
        // hadolint's manual shows one registry as plain text, which hadolint refuses; what is meant is plain.
        var registries = entry.Value is YamlList
            ? YamlValues.TextList(entry, errors)
            : YamlValues.TextOrList(entry, errors);
        foreach (var registry in registries ?? [])
        {
            if (HadolintWords.RegistryProblem(registry.Text) is { } problem)
                errors.Add(registry.Span, $"registry {Sentence.Quote(registry.Text)} {problem}");
            else configuration.Registries.Add(registry.Text);
        }
    }

    private static void ReadLabels(YamlMap map, HadolintConfiguration configuration, PolicyErrors errors)
    {
        foreach (var entry in map.Entries)
        {
            // "" is hadolint's other word for text, so it is no empty value.
            var type = entry.Value is YamlScalar { IsEmpty: false, Text: "" } scalar
                ? scalar
                : YamlValues.Text(entry, errors);
            if (type is null) continue;
            if (HadolintWords.TypeOf(type.Text) is { } known) configuration.Labels[entry.Name] = known;
            else errors.Add(type.Span, HadolintWords.TypeProblem(type.Text));
        }
    }

    private static bool? Boolean(YamlEntry entry, PolicyErrors errors)
    {
        if (YamlValues.Text(entry, errors) is not { } value) return null;
        if (HadolintWords.Boolean(value.Text) is { } known) return known;
        errors.Add(value.Span, HadolintWords.BooleanProblem(value.Text));
        return null;
    }

    private static Suppression At(string path, YamlNode value, string key) =>
        new(SilencedBy.Hadolint, new FileOrigin(path, value.Span), $"'{key}' in hadolint's configuration");

    private static List<string> Rules(
        YamlEntry entry, string path, HadolintConfiguration configuration, PolicyErrors errors)
    {
        var rules = new List<string>();
        foreach (var rule in YamlValues.TextList(entry, errors) ?? [])
        {
            if (HadolintWords.RuleProblem(rule.Text) is { } problem)
            {
                errors.Add(rule.Span, problem);
                continue;
            }

            rules.Add(rule.Text);
            configuration.Place(rule.Text, At(path, rule, entry.Name));
        }

        return rules;
    }
}
