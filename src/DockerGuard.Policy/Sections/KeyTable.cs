using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;

namespace DockerGuard.Policy.Sections;

/// <summary>One key a map may have.</summary>
/// <param name="Name">The key.</param>
/// <param name="Schema">What editors are told of its value.</param>
/// <param name="Read">Takes the value in, reporting what is wrong with it.</param>
/// <param name="IsRequired">True when the map is nothing without it.</param>
internal sealed record PolicyKey<T>(
    string Name, Func<JsonSchema> Schema, Action<YamlEntry, T, PolicyErrors> Read, bool IsRequired = false);

/// <summary>
/// The keys a map may have. Reader and schema come from this one list, so that neither knows a key the other does not.
/// </summary>
/// <typeparam name="T">What takes the values.</typeparam>
internal sealed class KeyTable<T>(params PolicyKey<T>[] keys)
{
    /// <summary>The keys without which the map is nothing.</summary>
    public string[] Required { get; } = [.. keys.Where(key => key.IsRequired).Select(key => key.Name)];

    public void Read(YamlMap map, T words, PolicyErrors errors)
    {
        foreach (var entry in map.Entries)
        {
            if (keys.FirstOrDefault(known => known.Name == entry.Name) is { } key) key.Read(entry, words, errors);
            else errors.AddUnknown(entry.Key.Span, "key", entry.Name, keys.Select(known => known.Name));
        }
    }

    /// <summary>The map as editors see it.</summary>
    public JsonSchema Schema(string description) =>
        JsonSchema.Map(
            description, keys.Select(key => new KeyValuePair<string, JsonSchema>(key.Name, key.Schema())), Required);
}
