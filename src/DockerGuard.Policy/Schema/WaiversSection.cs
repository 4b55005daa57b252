using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules;

namespace DockerGuard.Policy.Schema;

/// <summary>Reads <c>waivers</c>. A waiver with any error is no waiver.</summary>
internal static class WaiversSection
{
    private static readonly string[] Keys = ["rule", "path", "reason", "owner", "expires"];
    private static readonly string[] RequiredKeys = ["rule", "reason", "owner", "expires"];

    public static void Read(YamlList list, string file, string folder, List<Waiver> waivers, PolicyErrors errors)
    {
        foreach (var item in list.Items)
        {
            if (item is YamlMap map) ReadWaiver(map, file, folder, waivers, errors);
            else if (item is YamlScalar { IsEmpty: true }) errors.Add(item.Span, "a waiver is empty");
            else if (item is not YamlRefused) errors.Add(item.Span, $"a waiver must be a map with {Needed(RequiredKeys)}, not {item.Kind}");
        }
    }

    private static void ReadWaiver(YamlMap map, string file, string folder, List<Waiver> waivers, PolicyErrors errors)
    {
        foreach (var entry in map.Entries.Where(entry => !Keys.Contains(entry.Name))) errors.AddUnknown(entry.Key.Span, "key", entry.Name, Keys);

        var entries = map.Entries.ToDictionary(entry => entry.Name);
        string[] missing = [.. RequiredKeys.Where(key => !entries.ContainsKey(key))];
        if (missing.Length > 0) errors.Add(map.Span, $"the waiver has no {Needed(missing)}");

        var rules = entries.TryGetValue("rule", out var rule) ? ReadRules(rule, errors) : null;
        var hasPath = entries.TryGetValue("path", out var path);
        var glob = hasPath ? ReadPath(path!, errors) : null;
        var reason = entries.TryGetValue("reason", out var why) ? SchemaReader.Text(why, errors) : null;
        var owner = entries.TryGetValue("owner", out var who) ? SchemaReader.Text(who, errors) : null;
        var expires = entries.TryGetValue("expires", out var when) ? ReadDate(when, errors) : null;
        if (rules is null || reason is null || owner is null || expires is null || (hasPath && glob is null)) return;

        waivers.Add(new Waiver(rules, glob, folder)
        {
            Reason = reason.Text.Trim(),
            Owner = owner.Text.Trim(),
            Expires = expires.Value,
            ExpiresSpan = when!.Value.Span,
            Origin = new FileOrigin(file, map.Span),
        });
    }

    private static List<string>? ReadRules(YamlEntry entry, PolicyErrors errors)
    {
        if (SchemaReader.TextOrList(entry, errors) is not { } values) return null;
        var ids = new List<string>();
        var isValid = true;
        foreach (var value in values)
        {
            var rules = RuleCatalog.FindAll(value.Text);
            if (rules.Count == 0) errors.AddUnknown(value.Span, "rule", value.Text, RulesSection.KnownNames);
            else if (rules.FirstOrDefault(rule => !CanBeWaived(rule)) is { } rule) errors.Add(value.Span, $"{rule.Id} is about the tool itself and cannot be waived");
            else
            {
                ids.AddRange(rules.Select(found => found.Key).Except(ids).ToList());
                continue;
            }
            isValid = false;
        }
        return isValid && ids.Count > 0 ? ids : null;
    }

    /// <summary>A file nobody can parse or a broken policy is not a risk to accept; a stale comment may be.</summary>
    private static bool CanBeWaived(RuleDescriptor rule) =>
        !rule.IsTool || rule == ToolDiagnostics.UnusedSuppression || rule == ToolDiagnostics.InvalidSuppression;

    private static string? ReadPath(YamlEntry entry, PolicyErrors errors)
    {
        if (SchemaReader.Text(entry, errors) is not { } value) return null;
        if (PathGlob.Problem(value.Text) is not { } problem) return value.Text;
        errors.Add(value.Span, $"path {MessageText.Quote(value.Text)} {problem}");
        return null;
    }

    private static DateTime? ReadDate(YamlEntry entry, PolicyErrors errors)
    {
        if (SchemaReader.Text(entry, errors) is not { } value) return null;
        if (DateTime.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        errors.Add(value.Span, $"{MessageText.Quote(value.Text)} is not a date: a day of the calendar as yyyy-MM-dd, such as 2027-01-31");
        return null;
    }

    private static string Needed(string[] keys) => string.Join(", ", keys.Select(key => $"'{key}'"));
}
