using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci.Text;

namespace DockerGuard.Policy.Yaml;

/// <summary>Collects the entries of one map and refuses keys that policies do not have.</summary>
internal sealed class YamlMapBuilder(PolicyErrors errors)
{
    private readonly List<YamlEntry> _entries = [];
    private readonly Dictionary<string, YamlScalar> _first = new(StringComparer.Ordinal);

    /// <summary>Where the last entry ends, usable or not; null while there is none.</summary>
    public SourceSpan? Last { get; private set; }

    public IReadOnlyList<YamlEntry> Entries => _entries;

    public void Add(YamlNode key, YamlNode value)
    {
        Last = value is YamlScalar { IsEmpty: true } ? key.Span : value.Span;
        if (IsUsable(key)) _entries.Add(new YamlEntry((YamlScalar)key, value));
    }

    private bool IsUsable(YamlNode key)
    {
        if (key is YamlRefused) return false;
        if (key is not YamlScalar { IsEmpty: false } name)
        {
            // "{{ name }}" is a map whose key is a map of a key alone.
            var cure = key is YamlMap { Entries.Count: 1 } map && map.Entries[0].Value is YamlScalar { IsEmpty: true }
                ? "; put a value that begins with '{' in quotes"
                : "";
            errors.Add(key.Span, $"a key must be text, not {key.Kind}{cure}");
            return false;
        }

        if (name.Text == "<<")
        {
            errors.Add(key.Span, $"merge keys are not allowed in a {errors.Noun}: '<<'");
            return false;
        }

        if (_first.TryGetValue(name.Text, out var first))
        {
            errors.Add(
                key.Span, $"duplicate key {Sentence.Quote(name.Text)}; the first is on line {first.Span.Line}");
            return false;
        }

        _first.Add(name.Text, name);
        return true;
    }
}
