using System.Collections.Generic;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Engine;

/// <summary>What a peer's configuration takes away from what a policy says, and where it says so.</summary>
/// <param name="Policy">The policy's own settings.</param>
/// <param name="Ignored">The rules it silences by <see cref="RuleDescriptor.Key"/>; they run all the same.</param>
/// <param name="Lowered">The rules, or families of rules, it makes less severe.</param>
public sealed record SettingsOverlay(
    RuleSettings Policy,
    IReadOnlyDictionary<string, Suppression> Ignored,
    IReadOnlyDictionary<string, Suppression> Lowered);
