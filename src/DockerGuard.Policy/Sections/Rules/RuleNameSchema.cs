using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Policy.Schema;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Sections.Rules;

/// <summary>What editors know of rules: every name to choose from, and the ids in any case.</summary>
internal static class RuleNameSchema
{
    /// <summary>ShellCheck's codes, which are too many to name.</summary>
    private const string ShellCheckCode = "^[Ss][Cc][1-3][0-9]{3}$";

    /// <summary>
    /// An id such as <c>DG1004</c>, <c>CKV_DOCKER_7</c> or <c>CIS-4.1</c>: a beginning in capitals, then a number.
    /// </summary>
    private static readonly Regex Id =
        new(@"^([A-Z][A-Z0-9]*?(?:[-_][A-Z]+)*[-_]?)([0-9][0-9.]*)$", RegexOptions.CultureInvariant);

    /// <summary>A map from the rules to severities.</summary>
    /// <param name="description">What the map is.</param>
    /// <param name="severities">The severities a rule may be given.</param>
    public static JsonSchema Severities(string description, Func<RuleDescriptor, IEnumerable<string>> severities)
    {
        var shellCheck = JsonSchema.Words("A code of ShellCheck.", severities(RuleCatalog.Find("SC1000")!));
        var named =
            RulesByName(_ => true).Select(rule => new KeyValuePair<string, JsonSchema>(rule.Key, Severity(rule)));
        var anyCase = CaselessIds(_ => true)
            .Select(pattern => new KeyValuePair<string, JsonSchema>(pattern, shellCheck with { Description = null }));
        return JsonSchema.Map(description, named, []) with
        {
            PatternProperties = [new(ShellCheckCode, shellCheck), .. anyCase],
        };

        JsonSchema Severity(IGrouping<string, RuleDescriptor> rules) => JsonSchema.Words(
            string.Join("; ", rules.Select(rule => $"{rule.Id}: {rule.Title}")),
            rules.Select(severities).Aggregate((left, right) => left.Intersect(right)));
    }

    /// <summary>The name of a rule as a value.</summary>
    /// <param name="definition">What the schema calls this kind of name.</param>
    /// <param name="isMeant">True for the rules that may be named.</param>
    /// <param name="others">Words that may stand in a rule's place.</param>
    public static JsonSchema Name(
        string definition, Func<RuleDescriptor, bool> isMeant, params string[] others) => new()
        {
            Name = definition,
            Description = "A rule by its id, its full name or the name another tool has for it.",
            AnyOf =
            [
                new() { Enum = [.. others, .. RulesByName(isMeant).Select(rule => rule.Key)] },
                .. CaselessIds(isMeant).Prepend(ShellCheckCode)
                    .Select(pattern => new JsonSchema { Type = "string", Pattern = pattern }),
            ],
        };

    /// <summary>Every name with its rules, ours first.</summary>
    private static IEnumerable<IGrouping<string, RuleDescriptor>> RulesByName(Func<RuleDescriptor, bool> isMeant) =>
        RuleCatalog.Descriptors.Where(isMeant)
            .SelectMany(rule => rule.Names, (rule, name) => (rule, name))
            .GroupBy(pair => pair.name, pair => pair.rule, StringComparer.Ordinal)
            .OrderBy(named => named.Key.StartsWith("DG", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(named => named.Key, StringComparer.Ordinal);

    /// <summary>A pattern for each kind of id: <c>^[Dd][Gg](1001|1002)$</c>.</summary>
    private static IEnumerable<string> CaselessIds(Func<RuleDescriptor, bool> isMeant) =>
        from rule in RulesByName(isMeant)
        let id = Id.Match(rule.Key)
        where id.Success
        group id.Groups[2].Value.Replace(".", "\\.") by id.Groups[1].Value into numbers
        let beginning = string.Concat(
            numbers.Key.Select(c => char.IsLetter(c) ? $"[{c}{char.ToLowerInvariant(c)}]" : $"{c}"))
        select $"^{beginning}({string.Join("|", numbers)})$";
}
