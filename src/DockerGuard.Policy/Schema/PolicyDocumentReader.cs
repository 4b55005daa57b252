using System.Globalization;
using System.Linq;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;

namespace DockerGuard.Policy.Schema;

/// <summary>Turns the YAML of one policy file into what it says, reporting everything that is wrong with it.</summary>
internal static class PolicyDocumentReader
{
    private static readonly string[] Keys = ["profile", "level", "extends", "rules", "registries", "labels", "waivers"];

    /// <param name="root">The document; null when the file holds nothing but comments.</param>
    /// <param name="file">Absolute path of the file.</param>
    /// <param name="folder">The folder waivers' paths are relative to.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static PolicyDocument Read(YamlNode? root, string file, string folder, PolicyErrors errors)
    {
        var document = new PolicyDocument();
        if (root is null or YamlRefused or YamlScalar { IsEmpty: true }) return document;
        if (root is not YamlMap map)
        {
            errors.Add(root.Span, $"a policy must be a map of keys such as 'profile: recommended', not {root.Kind}");
            return document;
        }
        foreach (var entry in map.Entries) ReadEntry(entry, document, file, folder, errors);
        return document;
    }

    private static void ReadEntry(YamlEntry entry, PolicyDocument document, string file, string folder, PolicyErrors errors)
    {
        switch (entry.Name)
        {
            case "profile":
                document.Profile = ReadProfile(entry, errors);
                break;
            case "level":
                document.Level = ReadLevel(entry, errors);
                break;
            case "extends":
                var values = SchemaReader.TextOrList(entry, errors) ?? [];
                document.Extends.AddRange(values.Select(value => new ExtendsEntry(value.Text, value.Span)));
                break;
            case "rules":
                if (SchemaReader.Map(entry, errors) is { } rules) RulesSection.Read(rules, document.Severities, errors);
                break;
            case "registries":
                if (SchemaReader.Map(entry, errors) is { } registries) RegistriesSection.Read(registries, document, errors);
                break;
            case "labels":
                if (SchemaReader.Map(entry, errors) is { } labels) LabelsSection.Read(labels, document, errors);
                break;
            case "waivers":
                if (SchemaReader.List(entry, errors) is { } waivers) WaiversSection.Read(waivers, file, folder, document.Waivers, errors);
                break;
            default:
                errors.AddUnknown(entry.Key.Span, "key", entry.Name, Keys);
                break;
        }
    }

    private static string? ReadProfile(YamlEntry entry, PolicyErrors errors)
    {
        if (SchemaReader.Text(entry, errors) is not { } value) return null;
        if (Profiles.All.Contains(value.Text)) return value.Text;
        var suggestion = Suggestion.Clause(value.Text, Profiles.All);
        errors.Add(value.Span, $"{MessageText.Quote(value.Text)} is not a profile: {MessageText.Choice([.. Profiles.All])}{suggestion}");
        return null;
    }

    private static int? ReadLevel(YamlEntry entry, PolicyErrors errors)
    {
        if (SchemaReader.Text(entry, errors) is not { } value) return null;
        var isNumber = int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var level);
        if (isNumber && level is >= 1 and <= RuleSettings.LatestLevel) return level;
        errors.Add(value.Span, isNumber && level > RuleSettings.LatestLevel
            ? $"level {level} is newer than this version of DockerGuard, whose newest is {RuleSettings.LatestLevel}"
            : $"{MessageText.Quote(value.Text)} is not a level: a whole number from 1 to {RuleSettings.LatestLevel}");
        return null;
    }
}
