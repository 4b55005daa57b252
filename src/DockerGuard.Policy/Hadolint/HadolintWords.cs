using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Sections.Labels;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Suppressions;

namespace DockerGuard.Policy.Hadolint;

/// <summary>The words hadolint's configuration is written in. Source: hadolint 2.15.1.</summary>
internal static class HadolintWords
{
    private static readonly Dictionary<string, HadolintSeverity> Thresholds = new(StringComparer.Ordinal)
    {
        ["error"] = HadolintSeverity.Error,
        ["warning"] = HadolintSeverity.Warning,
        ["info"] = HadolintSeverity.Info,
        ["style"] = HadolintSeverity.Style,
        ["ignore"] = HadolintSeverity.Ignore,
        ["none"] = HadolintSeverity.Ignore,
    };

    /// <summary>A truth value, as YAML 1.1 and hadolint's variables write it.</summary>
    public static bool? Boolean(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" or "1" => true,
        "false" or "no" or "off" or "n" or "0" => false,
        _ => null,
    };

    public static string BooleanProblem(string text) => $"{Sentence.Quote(text)} is neither 'true' nor 'false'";

    public static HadolintSeverity? Threshold(string text) =>
        Thresholds.TryGetValue(text, out var severity) ? severity : null;

    public static string ThresholdProblem(string text) =>
        $"{Sentence.Quote(text)} is not a threshold: error, warning, info, style or "
            + $"none{Suggestion.For(text, Thresholds.Keys)}";

    /// <summary>A type of label; a name without one is any text.</summary>
    public static LabelType? TypeOf(string text) =>
        text.Length == 0 ? LabelType.Text : LabelTypes.ByWord.TryGetValue(text, out var type) ? type : null;

    public static string TypeProblem(string text) =>
        $"{Sentence.Quote(text)} is not a label type: text, url, semver, hash, rfc3339, spdx or "
            + $"email{Suggestion.For(text, LabelTypes.ByWord.Keys)}";

    /// <summary>
    /// What is wrong with the id of a rule, or null. hadolint takes any text and silences nothing by most of it.
    /// </summary>
    public static string? RuleProblem(string text)
    {
        if (text is "DL1000") return "'DL1000' is a Dockerfile that does not parse, which cannot be ignored";
        if (HadolintIds.IsId(text)) return null;
        return $"unknown rule {Sentence.Quote(text)}{Suggestion.Clause(IdMeantBy(text))}";
    }

    /// <summary>What is wrong with a registry, as the end of a sentence, or null.</summary>
    public static string? RegistryProblem(string text)
    {
        if (text.Any(c => c is <= ' ' or > '~')) return "is not of the form host[:port]";
        if (text.Contains("://")) return "has a scheme; write host[:port] only";
        if (text.IndexOf('*', Math.Min(1, text.Length)) is > 0 and var star && star < text.Length - 1)
            return "has '*' in its middle; it may be the first or the last character";
        return null;
    }

    /// <summary>The id that was meant; a rule named as others name it is meant by the id hadolint has for it.</summary>
    private static string? IdMeantBy(string text)
    {
        if (HadolintIds.IsId(text.ToUpperInvariant())) return text.ToUpperInvariant();
        if (RuleCatalog.FindAll(text) is { Count: > 0 } named) return IdOf(named);
        return Suggestion.NearestKnown(text, HadolintIds.All)
            ?? (Suggestion.NearestKnown(text, RuleCatalog.Names.All) is { } name
                ? IdOf(RuleCatalog.FindAll(name))
                : null);
    }

    /// <summary>The id hadolint has for the first of the rules that it knows.</summary>
    private static string? IdOf(IEnumerable<RuleDescriptor> rules) =>
        rules.SelectMany(static rule => rule.Aliases).Select(static alias => alias.Id)
            .FirstOrDefault(HadolintIds.IsId);
}
