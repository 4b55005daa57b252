using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Variables with changes of their own over others that are shared, so that a long file does not copy them for each of
/// its commands.
/// </summary>
internal sealed class OverlaidVariables : IReadOnlyDictionary<string, string>
{
    private readonly IReadOnlyDictionary<string, string> _shared;
    private readonly Dictionary<string, string> _changes;

    public OverlaidVariables(IReadOnlyDictionary<string, string> shared)
        : this(shared, [])
    {
    }

    private OverlaidVariables(IReadOnlyDictionary<string, string> shared, Dictionary<string, string> changes)
    {
        _shared = shared;
        _changes = changes;
    }

    public int Count => _changes.Count + _shared.Keys.Count(name => !_changes.ContainsKey(name));

    public IEnumerable<string> Keys => this.Select(static pair => pair.Key);

    public IEnumerable<string> Values => this.Select(static pair => pair.Value);

    /// <summary>What differs from the shared variables.</summary>
    public IReadOnlyDictionary<string, string> Changes => _changes;

    public string this[string key]
    {
        get => TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"there is no variable '{key}'");
        set => _changes[key] = value;
    }

    /// <summary>The same variables, to be changed apart.</summary>
    public OverlaidVariables Copy() => new(_shared, new Dictionary<string, string>(_changes));

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, out string value) =>
        _changes.TryGetValue(key, out value!) || _shared.TryGetValue(key, out value!);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        foreach (var pair in _shared)
            if (!_changes.ContainsKey(pair.Key)) yield return pair;
        foreach (var pair in _changes) yield return pair;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
