using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>
/// The things a message names, in order. Two lists of the same words are equal, as two findings are that say the same.
/// </summary>
public sealed class ValueList(IReadOnlyList<string> values) : IReadOnlyList<string>, IEquatable<ValueList>
{
    /// <summary>No value.</summary>
    public static ValueList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => values.Count;

    /// <inheritdoc/>
    public string this[int index] => values[index];

    /// <inheritdoc/>
    public bool Equals(ValueList? other) => other is not null && this.SequenceEqual(other, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : StringComparer.Ordinal.GetHashCode(values[0]);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
