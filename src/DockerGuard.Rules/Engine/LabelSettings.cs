using System.Collections.Generic;

namespace DockerGuard.Rules.Engine;

/// <summary>What a policy says of labels.</summary>
public sealed class LabelSettings
{
    /// <summary>Labels every image must carry.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Labels whose values have a form, by key.</summary>
    public IReadOnlyDictionary<string, LabelType> Schema { get; init; } = new Dictionary<string, LabelType>();

    /// <summary>
    /// True when an image may carry no labels but those of <see cref="Schema"/> and <see cref="Required"/>.
    /// </summary>
    public bool IsStrict { get; init; }
}
