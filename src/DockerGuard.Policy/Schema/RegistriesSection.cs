using System.Collections.Generic;
using DockerGuard.Policy.Yaml;

namespace DockerGuard.Policy.Schema;

/// <summary>Reads <c>registries</c>: which registries images may come from, and which stand in for others.</summary>
internal static class RegistriesSection
{
    private static readonly string[] Keys = ["trusted", "mirrors"];

    public static void Read(YamlMap map, PolicyDocument document, PolicyErrors errors)
    {
        foreach (var entry in map.Entries)
        {
            switch (entry.Name)
            {
                case "trusted":
                    ReadTrusted(entry, document.TrustedRegistries, errors);
                    break;
                case "mirrors":
                    if (SchemaReader.Map(entry, errors) is { } mirrors) ReadMirrors(mirrors, document.Mirrors, errors);
                    break;
                default:
                    errors.AddUnknown(entry.Key.Span, "key", entry.Name, Keys);
                    break;
            }
        }
    }

    private static void ReadTrusted(YamlEntry entry, List<string> trusted, PolicyErrors errors)
    {
        // An empty list could mean "no registry" as well as "any", so it means nothing.
        if (entry.Value is YamlList { Items.Count: 0 })
        {
            errors.Add(entry.Value.Span, "'trusted' names no registry; without the key every registry is trusted");
            return;
        }
        foreach (var registry in SchemaReader.TextList(entry, errors) ?? [])
        {
            if (IsGood(registry, RegistryName.TrustedProblem(registry.Text), errors)) trusted.Add(registry.Text);
        }
    }

    private static void ReadMirrors(YamlMap map, Dictionary<string, string> mirrors, PolicyErrors errors)
    {
        foreach (var entry in map.Entries)
        {
            var isSource = IsRegistry(entry.Key, errors);
            if (SchemaReader.Text(entry, errors) is not { } target || !IsRegistry(target, errors) || !isSource) continue;
            if (target.Text == entry.Name) errors.Add(target.Span, $"{MessageText.Quote(target.Text)} is a mirror of itself");
            else mirrors[entry.Name] = target.Text;
        }
    }

    private static bool IsRegistry(YamlScalar value, PolicyErrors errors) => IsGood(value, RegistryName.Problem(value.Text), errors);

    private static bool IsGood(YamlScalar value, string? problem, PolicyErrors errors)
    {
        if (problem is null) return true;
        errors.Add(value.Span, $"registry {MessageText.Quote(value.Text)} {problem}");
        return false;
    }
}
