using System.Linq;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Tests;

/// <summary><c>enforce</c>: a floor for every policy that stands on this one.</summary>
[TestClass]
public sealed class EnforceTests
{
    private const string Base = """
        profile: recommended
        enforce: [DG2001, DL3000, DG1001UntrustedRegistry, DG6005, DG6007, SC2086, DG0009]
        rules: {DG5003: warning, DG6005: warning, SC2086: warning}
        registries:
          trusted: [mcr.microsoft.com, registry.contoso.com/team]
          mirrors: {docker.io: registry.contoso.com/team/hub}
        labels: {required: [a], schema: {b: url}, strict: true}
        """;

    [TestMethod]
    [DataRow(
        "rules: {DG2001: warning}",
        "(2,17,2,24)", "DG2001",
        "this policy cannot set 'DG2001' to 'warning'; 'error' is the least")]
    [DataRow(
        "rules: {CKV_DOCKER_8: off}",
        "(2,23,2,26)", "DG2001",
        "this policy cannot set 'CKV_DOCKER_8' to 'off'; 'error' is the least")]
    [DataRow(
        "rules: {WorkdirRelativePath: info}",
        "(2,30,2,34)", "DG5003",
        "this policy cannot set 'WorkdirRelativePath' to 'info'; 'warning' is the least")]
    [DataRow(
        "rules: {SC2086: info}",
        "(2,17,2,21)", "SC2086",
        "this policy cannot set 'SC2086' to 'info'; 'warning' is the least")]
    [DataRow(
        "rules: {DG0009: warning}",
        "(2,17,2,24)", "DG0009",
        "this policy cannot set 'DG0009' to 'warning'; 'error' is the least")]
    [DataRow(
        "waivers: [{rule: [DG2002, DL3000], reason: r, owner: o, expires: 2030-01-01}]",
        "(2,11,2,77)", "DG5003",
        "a waiver here does not count; ask for one in that policy")]
    [DataRow(
        "waivers: [{rule: DG5032, reason: r, owner: o, expires: 2030-01-01}]",
        "(2,11,2,67)", "SC2086",
        "a waiver here does not count; ask for one in that policy")]
    [DataRow(
        "registries: {trusted: [evil.example.com]}",
        "(2,24,2,40)", "DG1001",
        "this policy cannot trust 'evil.example.com' too; ask for it in that policy")]
    [DataRow(
        "registries: {trusted: ['*']}",
        "(2,24,2,27)", "DG1001",
        "this policy cannot trust '*' too; ask for it in that policy")]
    [DataRow(
        "registries: {trusted: [registry.contoso.com]}",
        "(2,24,2,44)", "DG1001",
        "this policy cannot trust 'registry.contoso.com' too; ask for it in that policy")]
    [DataRow(
        "registries: {mirrors: {quay.io: evil.example.com/q}}",
        "(2,33,2,51)", "DG1001",
        "this policy cannot trust 'evil.example.com/q' too; ask for it in that policy")]
    [DataRow(
        "registries: {mirrors: {docker.io: mcr.microsoft.com/x}}",
        "(2,35,2,54)", "DG1001",
        "this policy cannot replace its mirror 'registry.contoso.com/team/hub'; take this line out")]
    [DataRow(
        "labels: {strict: false}",
        "(2,18,2,23)", "DG6005",
        "'strict' stays true; take this line out")]
    [DataRow(
        "labels: {required: [c]}",
        "(2,21,2,22)", "DG6005",
        "this policy cannot list 'c' too; ask for it in that policy")]
    [DataRow(
        "labels: {schema: {c: text}}",
        "(2,19,2,20)", "DG6005",
        "this policy cannot list 'c' too; ask for it in that policy")]
    [DataRow(
        "labels: {schema: {b: text}}",
        "(2,19,2,20)", "DG6007",
        "the type of label 'b' stays 'url'; take this line out")]
    public void What_takes_back_an_enforced_rule_is_an_error_at_its_line(
        string nearer, string place, string rule, string problem)
    {
        using var scratch = new Scratch()
            .Write("base.yml", Base)
            .Write(".dockerguard.yml", "extends: base.yml\n" + nearer);
        Assert.AreEqual(
            $"{place}: the policy 'base.yml' enforces {rule}, so {problem}",
            string.Join("\n", scratch.Errors(scratch.Load())));
    }

    [TestMethod]
    [DataRow("rules: {DG2001: error, DG5003: error, DG5032: off, DG2002: off}")]
    [DataRow("waivers: [{rule: DG2002, reason: r, owner: o, expires: 2030-01-01}]")]
    [DataRow("registries: {trusted: [registry.contoso.com/team/sub, mcr.microsoft.com]}")]
    [DataRow("registries: {mirrors: {docker.io: registry.contoso.com/team/hub, quay.io: registry.contoso.com/team/q}}")]
    [DataRow("labels: {strict: true, schema: {b: url, a: text}}")]
    [DataRow("profile: buildkit\nlevel: 1")]
    [DataRow("enforce: DG2004")]
    public void What_takes_nothing_back_is_none(string nearer)
    {
        using var scratch = new Scratch()
            .Write("base.yml", Base)
            .Write(".dockerguard.yml", "extends: base.yml\n" + nearer);
        var settings = scratch.Load().Policy!.Settings;
        Assert.IsTrue(Of(settings, "DG2001") >= Severity.Error);
        Assert.IsTrue(Of(settings, "DG5003") >= Severity.Warning);
        Assert.AreEqual(Severity.Warning, Of(settings, "SC2086"));
        Assert.AreEqual("base.yml", settings.EnforcerOf(RuleCatalog.Find("DG2001")!)!.Name);
    }

    [TestMethod]
    public void All_enforces_every_rule_at_what_the_policy_makes_of_it()
    {
        using var scratch = new Scratch()
            .Write("base.yml", "enforce: all\nrules: {DG2006: off, DG2002: info}\n")
            .Write(".dockerguard.yml", "extends: base.yml\nprofile: cis\nrules: {DG2006: warning, DG2002: error}\n");
        var policy = scratch.Load().Policy!;
        Assert.AreEqual(Severity.Warning, Of(policy.Settings, "DG2006"));
        Assert.AreEqual(Severity.Error, Of(policy.Settings, "DG2002"));
        Assert.AreNotEqual(Severity.Off, Of(policy.Settings, "DG5003"), "cis has it off");
        var enforced = policy.EnforcedRules.Select(rule => rule.Id).ToList();
        CollectionAssert.Contains(enforced, "DG5003");
        CollectionAssert.DoesNotContain(enforced, "DG2006", "what the policy itself has off is nobody's floor");
    }

    [TestMethod]
    public void Each_layer_adds_what_it_enforces_and_waives_for_itself()
    {
        const string waiver = "waivers: [{rule: DG2004, reason: r, owner: o, expires: 2030-01-01}]\n";
        using var scratch = new Scratch()
            .Write("org.yml", "enforce: DG2001\n" + waiver)
            .Write("team/team.yml", "extends: ../org.yml\nenforce: DG2004\n" + waiver)
            .Write(".dockerguard.yml", "extends: team/team.yml\n");
        var settings = scratch.Load().Policy!.Settings;
        Assert.AreEqual("org.yml team/team.yml", string.Join(" ", settings.Enforcing.Select(policy => policy.Name)));
        Assert.AreEqual("team/team.yml", settings.EnforcerOf(RuleCatalog.Find("DG2004")!)!.Name);

        scratch.Write("team/team.yml", "extends: ../org.yml\nenforce: DG2004\nrules: {DG2001: off}\n");
        Assert.AreEqual(
            "team/team.yml(3,17,3,20): the policy 'org.yml' enforces DG2001, so this policy cannot set 'DG2001' to "
                + "'off'; 'error' is the least",
            string.Join("\n", scratch.Errors(scratch.Load())));
    }

    [TestMethod]
    public void A_policy_beside_the_one_that_enforces_is_no_part_of_it()
    {
        using var scratch = new Scratch()
            .Write("org.yml", "enforce: DG2001\n")
            .Write("other.yml", "rules: {DG2001: info}\n")
            .Write(".dockerguard.yml", "extends: [other.yml, org.yml]\n");
        StringAssert.StartsWith(
            string.Join("\n", scratch.Errors(scratch.Load())),
            "other.yml(1,17,1,21): the policy 'org.yml' enforces DG2001");
    }

    [TestMethod]
    public void A_package_that_enforces_is_named_by_its_id()
    {
        using var scratch = new Scratch()
            .Write("packages/contoso/policy.yml", "enforce: all\n")
            .Write(".dockerguard.yml", "extends: package:Contoso/policy.yml\nrules: {DG2001: off}");
        var result = scratch.Load(resolvePackage: _ => scratch.At("packages/contoso/"));
        StringAssert.Contains(
            scratch.Errors(result).Single(), "the policy 'package:Contoso/policy.yml' enforces DG2001");
    }

    [TestMethod]
    [DataRow("enforce: DG9999", "(1,10,1,16): unknown rule 'DG9999'")]
    [DataRow("enforce: al", "(1,10,1,12): unknown rule 'al'; did you mean 'all'?")]
    [DataRow("enforce: []", "(1,10,1,12): 'enforce' is an empty list")]
    [DataRow("enforce: {DG2001: error}", "(1,10,1,25): 'enforce' must be text or a list, not a map")]
    [DataRow(
        "enforce: DG5029",
        "(1,10,1,16): 'DG5029' is off in this policy, so there is nothing to enforce; "
            + "give it a severity under 'rules'")]
    [DataRow(
        "enforce: DG2001\nrules: {DG2001: off}",
        "(1,10,1,16): 'DG2001' is off in this policy, so there is nothing to enforce; "
            + "give it a severity under 'rules'")]
    public void What_cannot_be_enforced(string yaml, string error)
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", yaml);
        StringAssert.StartsWith(string.Join("\n", scratch.Errors(scratch.Load())), error);
    }

    private static Severity Of(RuleSettings settings, string rule) => settings.SeverityOf(RuleCatalog.Find(rule)!);
}
