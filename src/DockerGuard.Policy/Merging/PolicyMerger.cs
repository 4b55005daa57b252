using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Policy.Schema;
using DockerGuard.Rules;

namespace DockerGuard.Policy.Merging;

/// <summary>Lays policy files over each other: the later one wins, lists unite, waivers add up.</summary>
internal static class PolicyMerger
{
    public static Policy Merge(IReadOnlyList<PolicyDocument> documents, string? path, DateTime today)
    {
        var mirrors = Overlay(documents.Select(document => document.Mirrors));
        string[] trusted = [.. documents.SelectMany(document => document.TrustedRegistries).Distinct()];
        var settings = new RuleSettings
        {
            Profile = documents.LastOrDefault(document => document.Profile is not null)?.Profile ?? Profiles.Recommended,
            Level = documents.LastOrDefault(document => document.Level is not null)?.Level ?? RuleSettings.LatestLevel,
            Severities = Overlay(documents.Select(document => document.Severities)),
            // Whoever sends images through a mirror trusts the mirror.
            TrustedRegistries = trusted.Length == 0 ? [] : [.. trusted.Union(mirrors.Values)],
            RequiredLabels = [.. documents.SelectMany(document => document.RequiredLabels).Distinct()],
            LabelSchema = Overlay(documents.Select(document => document.LabelSchema)),
            HasStrictLabels = documents.LastOrDefault(document => document.HasStrictLabels is not null)?.HasStrictLabels ?? false,
            Today = today,
        };
        return new Policy(path, settings, new RegistryMirrors(mirrors), [.. documents.SelectMany(document => document.Waivers)]);
    }

    private static Dictionary<string, T> Overlay<T>(IEnumerable<Dictionary<string, T>> layers)
    {
        var result = new Dictionary<string, T>();
        foreach (var pair in layers.SelectMany(layer => layer)) result[pair.Key] = pair.Value;
        return result;
    }
}
