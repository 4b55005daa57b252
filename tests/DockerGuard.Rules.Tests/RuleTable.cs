using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DockerGuard.Rules.Tests;

/// <summary>Writes the table of rules for the README, so that it never tells of a rule that is not there.</summary>
internal static class RuleTable
{
    private const string PagesFolder = "src/DockerGuard.Rules/Rules";

    public static string Render()
    {
        var table = new StringBuilder();
        table.Append("| rule | what it finds | recommended | strict | cis | also known as |\n");
        table.Append("|---|---|---|---|---|---|\n");
        foreach (var rule in RuleCatalog.Descriptors.Where(rule => !rule.IsTool))
        {
            table.Append($"| [{rule.Id}]({PagesFolder}/{rule.Category}/{rule.Name}.md) | {rule.Title} ");
            table.Append($"| {Name(rule.Recommended)} | {Name(rule.Strict)} | {Name(rule.Cis)} | {AlsoKnownAs(rule)} |\n");
        }

        return table.ToString();
    }

    private static string Name(Severity severity) => severity == Severity.Off ? "" : severity.ToString().ToLowerInvariant();

    /// <summary>The peers' ids; KICS has only long random ones, which stand on the rule's page.</summary>
    private static string AlsoKnownAs(RuleDescriptor rule)
    {
        var names = rule.Aliases.Where(alias => alias.Tool != "kics").Select(alias => alias.Id).ToList();
        if (rule.Aliases.Any(alias => alias.Tool == "kics")) names.Add("KICS");
        return string.Join(", ", names);
    }
}
