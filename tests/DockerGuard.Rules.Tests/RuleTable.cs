using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Tests;

/// <summary>Writes the tables of rules for the docs, so that they never tell of a rule that is not there.</summary>
internal static class RuleTable
{
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

    /// <summary>What we do beside the peers, for the README.</summary>
    public static string RenderComparison() => $"""
        | | DockerGuard | hadolint | `docker build --check` | Trivy, Checkov, KICS | the SDK alone |
        |---|---|---|---|---|---|
        | Dockerfile rules | {RuleCatalog.Rules.Count} + ShellCheck, among them every rule of the next two | {Peer(Profiles.Hadolint)} + ShellCheck | {Peer(Profiles.BuildKit)} | dozens | none |
        | knows the evaluated project (target framework, globalization, runtime identifier) | yes | no | no | no | for choosing a base only |
        | knows what .NET base images bring (user, ICU, libc, end of life) | yes | no | no | no | no |
        | checks an SDK container publish before it pushes | yes | no | no | no | no |
        | chooses a chiseled base when it runs the app | always | no | no | no | for AOT and trimmed apps |
        | generates a hardened Dockerfile from the project | yes | no | no | no | no |
        | errors in the IDE's list with line, column and link | yes | line | line | no | without a place |
        | ShellCheck findings at their own line, all of them | yes | one a `RUN`, at the `RUN` | no | no | no |
        | mechanical fixes | {RuleFixTests.FixingRules.Count} rules | no | no | no | no |
        | baseline for old findings | yes | no | no | no | no |
        | SARIF with rule pages, fixes and suppressions | yes | findings only | no | findings and rules | no |
        | scans layers and packages of built images | not yet | no | no | yes | no |
        """;

    /// <summary>Every rule with its severity in every profile.</summary>
    public static string RenderRules()
    {
        var text = new StringBuilder();
        foreach (var category in ByCategory())
        {
            text.Append($"## DG{(int)category.Key}xxx: {Subjects[category.Key]}\n\n");
            text.Append("| rule | what it finds | recommended | strict | cis | hadolint | buildkit | fix | also known "
                + "as |\n|---|---|---|---|---|---|---|---|---|\n");
            foreach (var rule in category)
            {
                text.Append($"| [{rule.Id}](Rules/{rule.Category}/{rule.Name}.md) | {rule.Title} ");
                foreach (var profile in Profiles.All) text.Append($"| {Name(rule.SeverityIn(profile))} ");
                text.Append(
                    $"| {(RuleFixTests.FixingRules.Contains(rule.Name) ? "yes" : "")} | {AlsoKnownAs(rule)} |\n");
            }

            text.Append('\n');
        }

        text.Append("## DG0xxx: conditions of the tool\n\nEvery profile reports them.\n\n| condition | what happened | "
            + "severity |\n|---|---|---|\n");
        foreach (var condition in ToolDiagnostics.All)
        {
            text.Append($"| [{condition.Id}](Rules/{condition.Category}/{condition.Name}.md) | {condition.Title} | "
                + $"{Name(condition.Recommended)} |\n");
        }

        return text.ToString();
    }

    /// <summary>How many rules a peer has under names of its own.</summary>
    private static int Peer(string tool) => RuleCatalog.Rules.SelectMany(rule => rule.Descriptor.Aliases)
        .Where(alias => alias.Tool == tool && !alias.Id.StartsWith("SC", StringComparison.Ordinal))
        .Select(alias => alias.Id)
        .Distinct()
        .Count();

    private static IEnumerable<IGrouping<RuleCategory, RuleDescriptor>> ByCategory() =>
        RuleCatalog.Rules.Select(rule => rule.Descriptor).GroupBy(rule => rule.Category);

    private static string Name(Severity severity) =>
        severity == Severity.Off ? "" : severity.ToString().ToLowerInvariant();

    /// <summary>The peers' ids; KICS has only long random ones, which stand on the rule's page.</summary>
    private static string AlsoKnownAs(RuleDescriptor rule)
    {
        var names = rule.Aliases.Where(alias => alias.Tool != "kics").Select(alias => alias.Id).ToList();
        if (rule.Aliases.Any(alias => alias.Tool == "kics")) names.Add("KICS");
        return string.Join(", ", names);
    }
}
