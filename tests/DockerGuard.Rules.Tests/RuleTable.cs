using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DockerGuard.Rules.Tests;

/// <summary>Writes the tables of rules for the docs, so that they never tell of a rule that is not there.</summary>
internal static class RuleTable
{
    private const string RoomFolder = "src/DockerGuard.Rules/";

    private static readonly Dictionary<RuleCategory, string> Subjects = new()
    {
        [RuleCategory.Bases] = "base images and stages",
        [RuleCategory.Privileges] = "privileges and the running container",
        [RuleCategory.Secrets] = "secrets and the build context",
        [RuleCategory.Packages] = "packages and downloads",
        [RuleCategory.Instructions] = "instructions and syntax",
        [RuleCategory.Metadata] = "labels and tags",
        [RuleCategory.Project] = "agreement with the .NET project",
    };

    /// <summary>A line a category, for the README.</summary>
    public static string RenderCategories()
    {
        var table = new StringBuilder("| ids | about | rules | for example |\n|---|---|---|---|\n");
        foreach (var category in ByCategory())
        {
            var example = category.First();
            table.Append($"| DG{(int)category.Key}xxx | {Subjects[category.Key]} | {category.Count()} | [{example.Id}]({RoomFolder}Rules/{example.Category}/{example.Name}.md): {example.Title} |\n");
        }

        var rules = RuleCatalog.Rules.Count;
        return table.Append($"\n{rules} rules; {RuleFixTests.FixingRules.Count} of them have a fix.\n").ToString();
    }

    /// <summary>Every rule with its severity in every profile.</summary>
    public static string RenderRules()
    {
        var text = new StringBuilder();
        foreach (var category in ByCategory())
        {
            text.Append($"## DG{(int)category.Key}xxx: {Subjects[category.Key]}\n\n");
            text.Append("| rule | what it finds | recommended | strict | cis | hadolint | buildkit | fix | also known as |\n|---|---|---|---|---|---|---|---|---|\n");
            foreach (var rule in category)
            {
                text.Append($"| [{rule.Id}](Rules/{rule.Category}/{rule.Name}.md) | {rule.Title} ");
                foreach (var profile in Profiles.All) text.Append($"| {Name(rule.SeverityIn(profile))} ");
                text.Append($"| {(RuleFixTests.FixingRules.Contains(rule.Name) ? "yes" : "")} | {AlsoKnownAs(rule)} |\n");
            }

            text.Append('\n');
        }

        text.Append("## DG0xxx: conditions of the tool\n\nEvery profile reports them.\n\n| condition | what happened | severity |\n|---|---|---|\n");
        foreach (var condition in ToolDiagnostics.All) text.Append($"| [{condition.Id}](Rules/{condition.Category}/{condition.Name}.md) | {condition.Title} | {Name(condition.Recommended)} |\n");
        return text.ToString();
    }

    private static IEnumerable<IGrouping<RuleCategory, RuleDescriptor>> ByCategory() =>
        RuleCatalog.Rules.Select(rule => rule.Descriptor).GroupBy(rule => rule.Category);

    private static string Name(Severity severity) => severity == Severity.Off ? "" : severity.ToString().ToLowerInvariant();

    /// <summary>The peers' ids; KICS has only long random ones, which stand on the rule's page.</summary>
    private static string AlsoKnownAs(RuleDescriptor rule)
    {
        var names = rule.Aliases.Where(alias => alias.Tool != "kics").Select(alias => alias.Id).ToList();
        if (rule.Aliases.Any(alias => alias.Tool == "kics")) names.Add("KICS");
        return string.Join(", ", names);
    }
}
