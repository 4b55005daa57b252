using System.Collections.Generic;
using System.Linq;
using DockerGuard.Rules;

namespace DockerGuard.Policy.Sections.Rules;

/// <summary>The names rules go by in a policy.</summary>
internal static class RuleNames
{
    /// <summary>Every way to name a rule.</summary>
    public static IEnumerable<string> All =>
        RuleCatalog.Descriptors.SelectMany(rule => rule.Aliases.Select(alias => alias.Id).Prepend(rule.Name).Prepend(rule.Id));
}
