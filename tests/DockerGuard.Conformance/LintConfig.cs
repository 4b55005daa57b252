using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Rules;

namespace DockerGuard.Conformance;

/// <summary>What a request or a case says beside its Dockerfile; keys that are not known here are let be.</summary>
internal sealed class LintConfig
{
    /// <summary>The day all answers are given for, so that they stay the same.</summary>
    private static readonly DateTime Today = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The profile asked for.</summary>
    public string Profile { get; init; } = Profiles.Recommended;

    public IReadOnlyList<string> TrustedRegistries { get; init; } = [];

    public IReadOnlyList<string> RequiredLabels { get; init; } = [];

    /// <summary>Rules that are switched off, by id or alias.</summary>
    public IReadOnlyList<string> IgnoredRules { get; init; } = [];

    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads a configuration: the names are hadolint's (in YAML or as its test suite has them) and BuildKit's <c>frontendAttrs</c>.</summary>
    public static LintConfig Read(JsonElement? config) => new()
    {
        Profile = Member(config, "profile") is { } profile ? Text(profile) : Profiles.Recommended,
        TrustedRegistries = Strings(Member(config, "trustedRegistries")),
        RequiredLabels = Names(Member(config, "labelSchema") ?? Member(config, "label-schema")),
        IgnoredRules = Strings(Member(config, "ignoreRules") ?? Member(config, "ignored")),
        BuildArguments = ReadBuildArguments(Member(config, "frontendAttrs")),
    };

    /// <summary>The <c>build-arg:NAME</c> entries of BuildKit's frontend attributes.</summary>
    public static Dictionary<string, string> ReadBuildArguments(JsonElement? attributes)
    {
        const string prefix = "build-arg:";
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        if (attributes is not { ValueKind: JsonValueKind.Object } entries) return arguments;
        foreach (var entry in entries.EnumerateObject())
            if (entry.Name.StartsWith(prefix, StringComparison.Ordinal)) arguments[entry.Name[prefix.Length..]] = Text(entry.Value);
        return arguments;
    }

    /// <summary>The settings of a profile.</summary>
    public RuleSettings Settings(string profile) => new()
    {
        Profile = profile,
        TrustedRegistries = TrustedRegistries,
        RequiredLabels = RequiredLabels,
        Severities = IgnoredRules.SelectMany(RuleCatalog.FindAll).Select(rule => rule.Key).Distinct().ToDictionary(id => id, _ => Severity.Off),
        Today = Today,
    };

    private static JsonElement? Member(JsonElement? config, string name) =>
        config is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) ? value : null;

    private static List<string> Strings(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(Text)] : [];

    /// <summary>A string's text; another value as it is written.</summary>
    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static List<string> Names(JsonElement? members) =>
        members is { ValueKind: JsonValueKind.Object } entries ? [.. entries.EnumerateObject().Select(entry => entry.Name)] : [];
}
