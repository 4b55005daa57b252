using System;
using System.Collections.Generic;
using DockerGuard.Oci;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections;

/// <summary>A policy in the making: each section puts in what is its own.</summary>
internal sealed class PolicyDraft(DateTime today)
{
    public RuleSettings Settings { get; set; } = new() { Today = today };

    public RegistryMirrors Mirrors { get; set; } = RegistryMirrors.Empty;

    public IReadOnlyList<Waiver> Waivers { get; set; } = [];
}
