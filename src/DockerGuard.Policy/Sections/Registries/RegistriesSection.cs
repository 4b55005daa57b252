using System.Collections.Generic;
using System.Linq;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections.Registries;

/// <summary><c>registries</c>: which registries images may come from, and which stand in for others.</summary>
internal sealed class RegistriesSection : PolicySection<RegistriesSection.Words>
{
    private static readonly KeyTable<Words> Keys = new(
        new("trusted", () => TrustedSchema, ReadTrusted),
        new("mirrors", () => MirrorsSchema, ReadMirrors));

    /// <summary>
    /// Of <see cref="RegistryName.Problem"/> what a pattern can say: small letters, no scheme, no star.
    /// </summary>
    private const string NamePattern = "^[a-z0-9.:/_\\[\\]-]+[^/]$";

    private const string TrustedPattern = "^(\\*?[a-z0-9.:/_\\[\\]-]*[^/]|[a-z0-9.:/_\\[\\]-]+\\*)$";

    public override string Key => "registries";

    public override JsonSchema Schema =>
        Keys.Schema("Where images may come from, and which registries stand in for others.");

    private static JsonSchema NameSchema =>
        JsonSchema.Text("A registry or a part of one: host[:port][/path], in lower-case.", NamePattern);

    private static JsonSchema MirrorsSchema => JsonSchema.MapOf(
        "Registries, or parts of them, and the places that hold their images.", NamePattern, NameSchema);

    private static JsonSchema TrustedSchema => JsonSchema.List(
        "Where images may come from; without the key, everywhere.",
        JsonSchema.Text(
            "host[:port][/path] in lower-case; one star may stand at the beginning or at the end.", TrustedPattern),
        isFilled: true);

    protected override Words? ReadWords(YamlEntry entry, PolicyReading reading)
    {
        if (YamlValues.Map(entry, reading.Errors) is not { } map) return null;
        var words = new Words();
        Keys.Read(map, words, reading.Errors);
        return words;
    }

    protected override void MergeWords(IReadOnlyList<Words> layers, PolicyDraft policy)
    {
        var mirrors = Overlay(layers.Select(layer => layer.Mirrors));
        string[] trusted = [.. layers.SelectMany(layer => layer.Trusted).Distinct()];
        policy.Mirrors = new RegistryMirrors(mirrors);
        // Whoever sends images through a mirror trusts the mirror.
        policy.Settings = policy.Settings with
        {
            Registries = new RegistrySettings
            {
                Trusted = trusted.Length == 0 ? [] : [.. trusted.Union(mirrors.Values)],
            },
        };
    }

    private static void ReadTrusted(YamlEntry entry, Words words, PolicyErrors errors)
    {
        // An empty list could mean "no registry" as well as "any", so it means nothing.
        if (entry.Value is YamlList { Items.Count: 0 })
        {
            errors.Add(entry.Value.Span, "'trusted' names no registry; without the key every registry is trusted");
            return;
        }

        foreach (var registry in YamlValues.TextList(entry, errors) ?? [])
            if (IsGood(registry, RegistryName.TrustedProblem(registry.Text), errors)) words.Trusted.Add(registry.Text);
    }

    private static void ReadMirrors(YamlEntry entry, Words words, PolicyErrors errors)
    {
        foreach (var mirror in YamlValues.Map(entry, errors)?.Entries ?? [])
        {
            var isSource = IsRegistry(mirror.Key, errors);
            if (YamlValues.Text(mirror, errors) is not { } target || !IsRegistry(target, errors) || !isSource) continue;
            if (target.Text == mirror.Name)
                errors.Add(target.Span, $"{Sentence.Quote(target.Text)} is a mirror of itself");
            else words.Mirrors[mirror.Name] = target.Text;
        }
    }

    private static bool IsRegistry(YamlScalar value, PolicyErrors errors) =>
        IsGood(value, RegistryName.Problem(value.Text), errors);

    private static bool IsGood(YamlScalar value, string? problem, PolicyErrors errors)
    {
        if (problem is null) return true;
        errors.Add(value.Span, $"registry {Sentence.Quote(value.Text)} {problem}");
        return false;
    }

    /// <summary>What one file says.</summary>
    internal sealed class Words
    {
        public List<string> Trusted { get; } = [];

        public Dictionary<string, string> Mirrors { get; } = [];
    }
}
