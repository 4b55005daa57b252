using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Policy.Schema;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections;

/// <summary>
/// One key of a policy: how it is read, how it combines with what it extends, and what editors and the page say of it.
/// </summary>
internal abstract class PolicySection
{
    /// <summary>The key; also the heading of the section's chapter on the policy's page.</summary>
    public abstract string Key { get; }

    /// <summary>What a value of the key looks like, for editors.</summary>
    public abstract JsonSchema Schema { get; }

    /// <summary>What one file says under the key; null when that is nothing, or nothing but errors.</summary>
    public abstract object? Read(YamlEntry entry, PolicyReading reading);

    /// <summary>
    /// Puts into the policy what its files say, base first; each document is asked for its own words.
    /// </summary>
    public abstract void Merge(IReadOnlyList<PolicyDocument> documents, PolicyDraft policy);

    /// <summary>
    /// What a file says under the key that takes back something another policy enforces; nothing for most keys.
    /// </summary>
    /// <param name="document">A file that is no part of the policy that enforces.</param>
    /// <param name="enforcing">The policy that enforces.</param>
    public abstract IEnumerable<Lowering> Lowerings(PolicyDocument document, EnforcingPolicy enforcing);
}

/// <summary>A word of a policy that takes back what another one enforces.</summary>
/// <param name="span">Where it stands.</param>
/// <param name="rule">The enforced rule.</param>
/// <param name="problem">
/// What cannot be, and what to do: the sentence after "the policy 'x' enforces DG1004, so".
/// </param>
internal sealed class Lowering(SourceSpan span, RuleDescriptor rule, string problem)
{
    public SourceSpan Span { get; } = span;

    public RuleDescriptor Rule { get; } = rule;

    public string Problem { get; } = problem;
}

/// <summary>A section whose words in one file are a <typeparamref name="T"/>.</summary>
internal abstract class PolicySection<T> : PolicySection where T : class
{
    public sealed override object? Read(YamlEntry entry, PolicyReading reading) => ReadWords(entry, reading);

    public sealed override void Merge(IReadOnlyList<PolicyDocument> documents, PolicyDraft policy)
    {
        var layers = new List<T>();
        foreach (var document in documents)
            if (Of(document) is { } words) layers.Add(words);
        if (layers.Count > 0) MergeWords(layers, policy);
    }

    /// <summary>What a file says under the key; null when it says nothing.</summary>
    public T? Of(PolicyDocument document) => (T?)document.Of(this);

    public sealed override IEnumerable<Lowering> Lowerings(PolicyDocument document, EnforcingPolicy enforcing) =>
        Of(document) is { } words ? Lowerings(words, enforcing) : [];

    protected virtual IEnumerable<Lowering> Lowerings(T words, EnforcingPolicy enforcing) => [];

    protected abstract T? ReadWords(YamlEntry entry, PolicyReading reading);

    /// <param name="layers">The words of each file that has any, base first; at least one.</param>
    /// <param name="policy">Takes the result.</param>
    protected abstract void MergeWords(IReadOnlyList<T> layers, PolicyDraft policy);

    /// <summary>Maps laid over each other: key by key, the last one wins.</summary>
    protected static Dictionary<string, TValue> Overlay<TValue>(IEnumerable<IReadOnlyDictionary<string, TValue>> layers)
    {
        var result = new Dictionary<string, TValue>();
        foreach (var layer in layers)
            foreach (var pair in layer) result[pair.Key] = pair.Value;
        return result;
    }
}
