using DockerGuard.Peers.BuildKit;
using DockerGuard.Peers.Hadolint;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Peers;

/// <summary>The rule set each profile runs: ours, or a peer's.</summary>
public static class RuleSets
{
    /// <summary>The set of a profile, one of <see cref="Profiles.All"/>.</summary>
    public static RuleSet Of(string profile) => profile switch
    {
        Profiles.Hadolint => HadolintRuleSet.Instance,
        Profiles.BuildKit => BuildKitRuleSet.Instance,
        _ => RuleSet.Ours,
    };
}
