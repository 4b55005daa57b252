using System;
using System.Collections.Generic;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Engine;

/// <summary>What profile and policy say to the rules.</summary>
public sealed record RuleSettings
{
    /// <summary>The newest rule set; the level a policy that pins none gets.</summary>
    public const int LatestLevel = 1;

    /// <summary>The severities to start from; one of <see cref="Profiles.All"/>.</summary>
    public string Profile { get; init; } = Profiles.Recommended;

    /// <summary>Rules that came later than this level do not run. 1 to <see cref="LatestLevel"/>.</summary>
    public int Level { get; init; } = LatestLevel;

    /// <summary>What the policy changes, by <see cref="RuleDescriptor.Key"/> (<c>DG1004</c>, <c>SC2086</c>).</summary>
    public IReadOnlyDictionary<string, Severity> Severities { get; init; } = new Dictionary<string, Severity>();

    /// <summary>Where images may come from.</summary>
    public RegistrySettings Registries { get; init; } = new();

    /// <summary>Which labels images carry.</summary>
    public LabelSettings Labels { get; init; } = new();

    /// <summary>
    /// True when hadolint's <c>ignore</c> comments are not honoured, as its <c>disable-ignore-pragma</c> has it.
    /// </summary>
    public bool IgnoresHadolintPragmas { get; init; }

    /// <summary>
    /// By the key of a foreign tool's family, the severity from which findings of it that no policy names are errors;
    /// those below are warnings at most. Off: none is an error. Of a family that is not here their own severities
    /// decide. hadolint's <c>failure-threshold</c> is such a one: a tool's codes are too many to name.
    /// </summary>
    public IReadOnlyDictionary<string, Severity> FailsFrom { get; init; } = new Dictionary<string, Severity>();

    /// <summary>The policies that enforce rules, base first; their word is a floor.</summary>
    public IReadOnlyList<EnforcingPolicy> Enforcing { get; init; } = [];

    /// <summary>What hadolint's configuration has changed in these settings; null when there is none.</summary>
    public SettingsOverlay? Overlay { get; init; }

    /// <summary>The day the build runs, UTC: end-of-life dates are compared with it.</summary>
    public DateTime Today { get; init; }

    /// <summary>
    /// The day it really is, UTC, where <see cref="Today"/> may be another one that the project asks for.
    /// </summary>
    public DateTime RealDay { get; init; }
}
