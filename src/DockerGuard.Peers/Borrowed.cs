using System.Collections.Generic;
using System.Linq;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers;

/// <summary>
/// What peers' rule sets take from ours: rules that answer alike, and the names of those that do not.
/// </summary>
internal static class Borrowed
{
    /// <summary>The descriptor of the rule that a peer's rule stands in for.</summary>
    public static RuleDescriptor Descriptor<TRule>()
        where TRule : Rule => RuleCatalog.Rules.OfType<TRule>().Single().Descriptor;

    /// <summary>Our rules, with a peer's own in the place of those that they stand in for.</summary>
    public static IReadOnlyList<Rule> Replaced(IEnumerable<Rule> own)
    {
        var byId = own.ToDictionary(rule => rule.Descriptor.Id);
        return
        [
            .. from rule in RuleCatalog.Rules
               select byId.TryGetValue(rule.Descriptor.Id, out var other) ? other : rule,
        ];
    }
}
