using System.Collections.Generic;
using System.Linq;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Engine;

/// <summary>A rule set and the policies that enforce rules of it.</summary>
/// <param name="RuleSet">The set these policies are written for.</param>
/// <param name="Policies">The policies, base first.</param>
public sealed record EnforcedRuleSet(RuleSet RuleSet, IReadOnlyList<EnforcingPolicy> Policies)
{
    /// <summary>True when one of the policies enforces the rule, or of a family one of its codes.</summary>
    public bool Enforces(RuleDescriptor rule) => Policies.Any(policy => policy.EnforcedOf(rule).Any());
}
