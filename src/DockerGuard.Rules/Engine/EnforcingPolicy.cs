using System.Collections.Generic;
using System.Linq;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Engine;

/// <summary>
/// A policy that enforces rules: what it makes of them is a floor for everybody, and its waivers are the only ones that
/// count.
/// </summary>
/// <param name="path">Absolute path of the policy's file.</param>
/// <param name="name">How messages name it: from the project's folder, or <c>package:Id/path</c>.</param>
/// <param name="settings">What the policy, with all that it extends, says to the rules.</param>
/// <param name="mirrors">The registries that stand in for others there.</param>
/// <param name="keys">The enforced rules by <see cref="RuleDescriptor.Key"/>; null: all of them.</param>
public sealed class EnforcingPolicy(
    string path, string name, RuleSettings settings, RegistryMirrors mirrors, IReadOnlyCollection<string>? keys)
{
    private readonly HashSet<string>? _keys = keys is null ? null : [.. keys];

    /// <summary>Absolute path of the policy's file.</summary>
    public string Path => path;

    /// <summary>How messages name it.</summary>
    public string Name => name;

    /// <summary>What the policy, with all that it extends, says to the rules.</summary>
    public RuleSettings Settings => settings;

    /// <summary>The registries that stand in for others there.</summary>
    public RegistryMirrors Mirrors => mirrors;

    /// <summary>
    /// The least severity an enforced rule has; <see cref="Severity.Off"/> for a rule that the policy does not enforce,
    /// or has switched off itself.
    /// </summary>
    public Severity FloorOf(RuleDescriptor rule) => Covers(rule) ? settings.SeverityOf(rule) : Severity.Off;

    /// <summary>
    /// What is enforced of a rule: itself, and of a family the codes that are enforced one by one. None when nothing
    /// is.
    /// </summary>
    public IEnumerable<RuleDescriptor> EnforcedOf(RuleDescriptor rule)
    {
        var codes = (_keys ?? []).Select(key => RuleCatalog.Find(key)!).Where(code => code.Family == rule);
        return codes.Prepend(rule).Where(part => FloorOf(part) != Severity.Off);
    }

    private bool Covers(RuleDescriptor rule) =>
        _keys is null || _keys.Contains(rule.Key) || (rule.Family is { } family && _keys.Contains(family.Key));
}
