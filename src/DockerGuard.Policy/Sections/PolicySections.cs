using System.Collections.Generic;
using DockerGuard.Policy.Sections.Extends;
using DockerGuard.Policy.Sections.Labels;
using DockerGuard.Policy.Sections.Level;
using DockerGuard.Policy.Sections.Profile;
using DockerGuard.Policy.Sections.Registries;
using DockerGuard.Policy.Sections.Rules;
using DockerGuard.Policy.Sections.Waivers;

namespace DockerGuard.Policy.Sections;

/// <summary>Every section, one sorted line each: what a policy may say.</summary>
internal static class PolicySections
{
    /// <summary>The one section that is asked for by name, for it tells which files there are.</summary>
    public static ExtendsSection Extends { get; } = new();

    /// <summary>The sections in the order of their keys.</summary>
    public static IReadOnlyList<PolicySection> All { get; } =
    [
        Extends,
        new LabelsSection(),
        new LevelSection(),
        new ProfileSection(),
        new RegistriesSection(),
        new RulesSection(),
        new WaiversSection(),
    ];
}
