using System.Collections.Generic;
using System.Linq;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

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
        var mirrors = Overlay(layers.Select(layer => layer.Mirrors))
            .ToDictionary(mirror => mirror.Key, mirror => mirror.Value.Text);
        string[] trusted = [.. layers.SelectMany(layer => layer.Trusted).Select(registry => registry.Text).Distinct()];
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

    protected override IEnumerable<Lowering> Lowerings(Words words, EnforcingPolicy enforcing)
    {
        var untrusted = RuleCatalog.Find("DG1001")!;
        var isTrustEnforced = enforcing.FloorOf(untrusted) != Severity.Off
            && enforcing.Settings.Registries.Trusted.Count > 0;
        var added = words.Trusted.Concat(words.Mirrors.Values)
            .Where(registry => isTrustEnforced && !IsTrusted(registry.Text, enforcing.Settings.Registries));
        foreach (var registry in added)
        {
            yield return new Lowering(
                registry.Span,
                untrusted,
                $"this policy cannot trust {Sentence.Quote(registry.Text)} too; ask for it in that policy");
        }

        // What is known of the images at the old place would be lost.
        var aboutImages = RuleCatalog.Rules.OfType<ImageRule>()
            .Select(rule => rule.Descriptor)
            .FirstOrDefault(rule => enforcing.FloorOf(rule) != Severity.Off);
        foreach (var mirror in words.Mirrors)
        {
            if (aboutImages is null || enforcing.Mirrors.TargetOf(mirror.Key) is not { } target) continue;
            if (target == mirror.Value.Text) continue;
            yield return new Lowering(
                mirror.Value.Span,
                aboutImages,
                $"this policy cannot replace its mirror {Sentence.Quote(target)}; take this line out");
        }
    }

    /// <summary>True when everything an entry of a list covers is covered by another list already.</summary>
    private static bool IsTrusted(string entry, RegistrySettings registries) =>
        registries.Trusted.Contains(entry)
            || registries.Trusted.Contains("*")
            || (entry.IndexOf('*') < 0 && registries.Trusts(entry.Split('/')[0], entry));

    private static void ReadTrusted(YamlEntry entry, Words words, PolicyErrors errors)
    {
        // An empty list could mean "no registry" as well as "any", so it means nothing.
        if (entry.Value is YamlList { Items.Count: 0 })
        {
            errors.Add(entry.Value.Span, "'trusted' names no registry; without the key every registry is trusted");
            return;
        }

        foreach (var registry in YamlValues.TextList(entry, errors) ?? [])
            if (IsGood(registry, RegistryName.TrustedProblem(registry.Text), errors)) words.Trusted.Add(registry);
    }

    private static void ReadMirrors(YamlEntry entry, Words words, PolicyErrors errors)
    {
        foreach (var mirror in YamlValues.Map(entry, errors)?.Entries ?? [])
        {
            var isSource = IsRegistry(mirror.Key, errors);
            if (YamlValues.Text(mirror, errors) is not { } target || !IsRegistry(target, errors) || !isSource) continue;
            if (target.Text == mirror.Name)
                errors.Add(target.Span, $"{Sentence.Quote(target.Text)} is a mirror of itself");
            else words.Mirrors[mirror.Name] = target;
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
        public List<YamlScalar> Trusted { get; } = [];

        public Dictionary<string, YamlScalar> Mirrors { get; } = [];
    }
}
