using System.Collections.Generic;
using DockerGuard.Policy.Sections.Enforce;
using DockerGuard.Policy.Sections.Extends;
using DockerGuard.Policy.Sections.Labels;
using DockerGuard.Policy.Sections.Level;
using DockerGuard.Policy.Sections.Profile;
using DockerGuard.Policy.Sections.Registries;
using DockerGuard.Policy.Sections.Root;
using DockerGuard.Policy.Sections.Rules;
using DockerGuard.Policy.Sections.Waivers;

namespace DockerGuard.Policy.Sections;

/// <summary>Every section, one sorted line each: what a policy may say.</summary>
internal static class PolicySections
{
    /// <summary>Asked for by name, for it tells which files there are.</summary>
    public static ExtendsSection Extends { get; } = new();

    /// <summary>Asked for by name, for it binds the files that stand on its own.</summary>
    public static EnforceSection Enforce { get; } = new();

    /// <summary>Asked for by name, for it binds the files of other folders.</summary>
    public static RootSection Root { get; } = new();

    /// <summary>The sections in the order of their keys.</summary>
    public static IReadOnlyList<PolicySection> All { get; } =
    [
        Enforce,
        Extends,
        new LabelsSection(),
        new LevelSection(),
        new ProfileSection(),
        new RegistriesSection(),
        Root,
        new RulesSection(),
        new WaiversSection(),
    ];
}
