using DockerGuard.Rules;

namespace DockerGuard.Peers.BuildKit;

/// <summary>The checks of <c>docker build --check</c>, and its view of a file. Source: BuildKit, frontend/dockerfile 1.26.</summary>
internal static class BuildKitRuleSet
{
    /// <summary>Made when the profile is first asked for.</summary>
    public static RuleSet Instance { get; } = new(Profiles.BuildKit, RuleCatalog.Rules) { View = new BuildKitView() };
}
