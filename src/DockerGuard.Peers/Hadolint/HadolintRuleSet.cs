using DockerGuard.Rules;

namespace DockerGuard.Peers.Hadolint;

/// <summary>hadolint's rules, its view of a file and its way with comments. Source: hadolint 2.15.1.</summary>
internal static class HadolintRuleSet
{
    /// <summary>Made when the profile is first asked for.</summary>
    public static RuleSet Instance { get; } = new(Profiles.Hadolint, RuleCatalog.Rules) { View = new HadolintView() };
}
