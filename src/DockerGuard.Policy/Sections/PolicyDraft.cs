using System;
using System.Collections.Generic;
using DockerGuard.Oci;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections;

/// <summary>A policy in the making: each section puts in what is its own.</summary>
internal sealed class PolicyDraft(PolicyDay day)
{
    public RuleSettings Settings { get; set; } = new() { Today = day.Today, RealDay = day.RealDay };

    public RegistryMirrors Mirrors { get; set; } = RegistryMirrors.Empty;

    public IReadOnlyList<Waiver> Waivers { get; set; } = [];
}

/// <summary>The days of a build.</summary>
/// <param name="Today">The day it is judged by.</param>
/// <param name="RealDay">The day it is.</param>
internal readonly record struct PolicyDay(DateTime Today, DateTime RealDay);
