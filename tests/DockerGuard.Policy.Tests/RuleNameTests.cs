using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Tests;

/// <summary>A rule goes by its id, its name, and what other tools call it.</summary>
[TestClass]
public sealed class RuleNameTests
{
    [TestMethod]
    [DataRow("DG1004")]
    [DataRow("dg1004")]
    [DataRow("DG1004LatestTag")]
    [DataRow("DL3007")]
    [DataRow("dl3007")]
    public void Every_name_sets_the_severity(string name)
    {
        var severities = Scratch.LoadText($"rules: {{{name}: info}}").Settings.Severities;
        Assert.AreEqual("DG1004=Info", string.Join(" ", severities.Select(p => $"{p.Key}={p.Value}")));
    }

    /// <summary>A code of ShellCheck is a part of its rule, with a severity and waivers of its own.</summary>
    [TestMethod]
    public void A_code_of_another_tool_stands_beside_its_rule()
    {
        var policy = Scratch.LoadText("""
            rules: {sc2086: off, SC2154: error, DG5032: info, "SC*": info, DG0016: off}
            waivers:
              - {rule: SC2046, reason: r, owner: o, expires: 2030-01-01}
            """);
        CollectionAssert.AreEquivalent(
            new[] { "SC2086=Off", "SC2154=Error", "DG5032=Info", "DG0016=Off" },
            policy.Settings.Severities.Select(p => $"{p.Key}={p.Value}").ToArray());
        Diagnostic[] findings = [.. new[] { "SC2046", "SC2006" }.Select(code =>
            new Diagnostic(RuleCatalog.Find(code)!, Severity.Warning, code, "/repo/Dockerfile", SourceSpan.FileStart))];
        Assert.AreEqual(
            "SC2006", policy.ApplyWaivers(new LintResult(findings, []), Scratch.Today).Findings.Single().Message);
    }

    [TestMethod]
    public void A_name_of_several_rules_sets_all_of_them()
    {
        var (alias, ids) = SharedAlias();
        var severities = Scratch.LoadText($"rules: {{{alias}: error}}").Settings.Severities;
        CollectionAssert.AreEquivalent(ids, severities.Keys.ToArray());
        Assert.IsTrue(severities.Values.All(severity => severity == Severity.Error));
    }

    [TestMethod]
    public void A_name_of_several_rules_may_not_contradict_one_of_them()
    {
        var (alias, ids) = SharedAlias();
        Scratch.LoadText($"rules: {{{alias}: error, {ids[1]}: error}}");
        Scratch.Fails(
            $"rules:\n  {alias}: error\n  {ids[1]}: off",
            $"(3,3,3,9): '{ids[1]}' sets {ids[1]} again: '{alias}' already sets it to 'error'");
        Scratch.Fails(
            $"rules:\n  {ids[1]}: off\n  {alias}: error",
            $"(3,3,3,{3 + alias.Length}): '{alias}' sets {ids[1]} again: '{ids[1]}' already sets it to 'off'");
    }

    [TestMethod]
    public void Rules_of_different_names_are_told_apart() => Scratch.Fails(
        "rules:\n  DL3007: off\n  DG1004: error",
        "(3,3,3,9): 'DG1004' sets DG1004 again: 'DL3007' already sets it to 'off'");

    [TestMethod]
    public void An_extended_policy_may_use_another_name()
    {
        using var scratch = new Scratch()
            .Write("base.yml", "rules: {DL3007: off}")
            .Write(".dockerguard.yml", "extends: base.yml\nrules: {DG1004: error}");
        Assert.AreEqual(Severity.Error, scratch.Load().Policy!.Settings.Severities.Single().Value);
    }

    [TestMethod]
    [DataRow("DG2001")]
    [DataRow("DG2001RootUser")]
    [DataRow("DL3002")]
    [DataRow("[DG1004, CKV_DOCKER_3]")]
    public void Every_name_waives(string name)
    {
        var policy = Scratch.LoadText($"waivers: [{{rule: {name}, reason: r, owner: o, expires: 2030-01-01}}]");
        var root = new Diagnostic(
            RuleCatalog.Find("DG2001")!,
            Severity.Error,
            "runs as root",
            "/repo/Dockerfile",
            SourceSpan.FileStart)
        { IsSetByPolicy = true };
        var other = root with { Descriptor = RuleCatalog.Find("DG1001")! };
        Assert.AreSame(other, policy.ApplyWaivers(new LintResult([root, other], []), Scratch.Today).Findings.Single());
    }

    [TestMethod]
    public void A_waived_name_of_several_rules_covers_each()
    {
        var (alias, ids) = SharedAlias();
        var waiver = Scratch.LoadText(
            $"waivers: [{{rule: [{alias}, {ids[0]}], reason: r, owner: o, expires: 2030-01-01}}]").Waivers.Single();
        CollectionAssert.AreEquivalent(ids, waiver.RuleIds.ToArray());
    }

    [TestMethod]
    public void Every_rule_is_known_by_every_name_it_has()
    {
        foreach (var rule in RuleCatalog.Descriptors.Where(rule => !rule.IsTool))
        {
            foreach (var name in rule.Aliases.Select(alias => alias.Id).Append(rule.Id).Append(rule.Name))
            {
                var settings = Scratch.LoadText($"rules:\n  \"{name}\": error").Settings;
                Assert.AreEqual(Severity.Error, settings.SeverityOf(rule), name);
            }
        }
    }

    [TestMethod]
    [DataRow("JSONArgRecommended", "; did you mean 'JSONArgsRecommended'?")]
    [DataRow("DG1004LatesTag", "; did you mean 'DG1004LatestTag'?")]
    [DataRow("CKV-DOCKER-3", "; did you mean 'CKV_DOCKER_3'?")]
    [DataRow("DL9999", "")]
    [DataRow("no-latest", "")]
    public void An_unknown_name_is_an_error(string name, string suggestion) =>
        Scratch.Fails($"rules:\n  {name}: off", $"(2,3,2,{3 + name.Length}): unknown rule '{name}'{suggestion}");

    private static (string Alias, string[] Ids) SharedAlias()
    {
        var shared = RuleCatalog.Descriptors.SelectMany(rule => rule.Aliases.Select(alias => (alias.Id, Rule: rule.Id)))
            .GroupBy(pair => pair.Id).First(group => group.Count() > 1);
        return (shared.Key, [.. shared.Select(pair => pair.Rule)]);
    }
}
