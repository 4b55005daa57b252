using System.Collections.Generic;
using System.Linq;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Sections.Rules;

/// <summary>The names rules go by in a policy.</summary>
internal static class RuleNames
{
    /// <summary>Every way to name any rule.</summary>
    public static IEnumerable<string> All => RuleCatalog.Descriptors.SelectMany(Of);

    /// <summary>Every way to name a rule: id, full name, what other tools call it.</summary>
    public static IEnumerable<string> Of(RuleDescriptor rule) =>
        rule.Aliases.Select(alias => alias.Id).Prepend(rule.Name).Prepend(rule.Id);
}
