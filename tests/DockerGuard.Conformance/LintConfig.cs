using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Oci;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

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

    /// <summary>Labels with the type of their value.</summary>
    public IReadOnlyDictionary<string, LabelType> LabelSchema { get; init; } = new Dictionary<string, LabelType>();

    public bool HasStrictLabels { get; init; }

    /// <summary>Rules that are switched off, by id or alias.</summary>
    public IReadOnlyList<string> IgnoredRules { get; init; } = [];

    /// <summary>Rules that are switched on although the profile has them off, by id or alias.</summary>
    public IReadOnlyList<string> WantedRules { get; init; } = [];

    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The ignore file of the build context; null when there is none.</summary>
    public IgnoreFile? IgnoreFile { get; init; }

    /// <summary>The platforms of base images that a registry would tell of, by name.</summary>
    public IReadOnlyDictionary<string, Platform> ImagePlatforms { get; init; } = new Dictionary<string, Platform>();

    /// <summary>
    /// Reads a configuration: the names are hadolint's (in YAML or as its test suite has them) and BuildKit's
    /// <c>frontendAttrs</c>.
    /// </summary>
    public static LintConfig Read(JsonElement? config, string? ignoreFile = null, params string[] wantedRules) => new()
    {
        WantedRules = wantedRules,
        Profile = Member(config, "profile") is { } profile ? Text(profile) : Profiles.Recommended,
        TrustedRegistries = Strings(Member(config, "trustedRegistries")),
        RequiredLabels = Names(Member(config, "labelSchema") ?? Member(config, "label-schema")),
        LabelSchema = Types(Member(config, "labelSchema") ?? Member(config, "label-schema")),
        HasStrictLabels = (Member(config, "strictLabels")
            ?? Member(config, "strict-labels")) is { ValueKind: JsonValueKind.True },
        IgnoredRules = Strings(Member(config, "ignoreRules") ?? Member(config, "ignored")),
        BuildArguments = ReadBuildArguments(Member(config, "frontendAttrs")),
        IgnoreFile = ignoreFile is null ? null : IgnoreFile.Parse(ignoreFile),
    };

    /// <summary>What a case of BuildKit's own checks says beside its Dockerfile.</summary>
    public static LintConfig ReadCase(JsonElement entry) => new()
    {
        BuildArguments = ReadBuildArguments(Member(entry, "frontendAttrs")),
        IgnoreFile = Member(entry, "dockerignore") is { } text ? IgnoreFile.Parse(Text(text)) : null,
        ImagePlatforms = Member(entry, "images") is not { } images
            ? new Dictionary<string, Platform>()
            : images.EnumerateObject().ToDictionary(
                image => image.Name,
                image => new Platform(
                    Text(image.Value.GetProperty("os")), Text(image.Value.GetProperty("architecture"))),
                StringComparer.Ordinal),
    };

    /// <summary>The <c>build-arg:NAME</c> entries of BuildKit's frontend attributes.</summary>
    public static Dictionary<string, string> ReadBuildArguments(JsonElement? attributes)
    {
        const string prefix = "build-arg:";
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        if (attributes is not { ValueKind: JsonValueKind.Object } entries) return arguments;
        foreach (var entry in entries.EnumerateObject())
        {
            if (entry.Name.StartsWith(prefix, StringComparison.Ordinal))
                arguments[entry.Name[prefix.Length..]] = Text(entry.Value);
        }

        return arguments;
    }

    /// <summary>The settings of a profile.</summary>
    public RuleSettings Settings(string profile) => new()
    {
        Profile = profile,
        Registries = new RegistrySettings { Trusted = TrustedRegistries },
        Labels = new LabelSettings { Required = RequiredLabels, Schema = LabelSchema, IsStrict = HasStrictLabels },
        Severities = Severities(profile),
        Today = Today,
    };

    private Dictionary<string, Severity> Severities(string profile)
    {
        var severities = WantedRules.SelectMany(RuleCatalog.FindAll)
            .Where(rule => rule.SeverityIn(profile) == Severity.Off)
            .Distinct()
            .ToDictionary(rule => rule.Key, _ => Severity.Info);
        foreach (var rule in IgnoredRules.SelectMany(RuleCatalog.FindAll)) severities[rule.Key] = Severity.Off;
        return severities;
    }

    private static JsonElement? Member(JsonElement? config, string name) =>
        config is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value)
            ? value
            : null;

    private static List<string> Strings(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(Text)] : [];

    /// <summary>A string's text; another value as it is written.</summary>
    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static List<string> Names(JsonElement? members) =>
        members is { ValueKind: JsonValueKind.Object } entries
            ? [.. entries.EnumerateObject().Select(entry => entry.Name)]
            : [];

    /// <summary>hadolint's type names are ours, in small letters; <c>rawtext</c> is its other word for text.</summary>
    private static Dictionary<string, LabelType> Types(JsonElement? members)
    {
        var types = new Dictionary<string, LabelType>(StringComparer.Ordinal);
        if (members is not { ValueKind: JsonValueKind.Object } entries) return types;
        foreach (var entry in entries.EnumerateObject())
        {
            types[entry.Name] = Enum.TryParse<LabelType>(Text(entry.Value), ignoreCase: true, out var type)
                ? type
                : LabelType.Text;
        }

        return types;
    }
}
