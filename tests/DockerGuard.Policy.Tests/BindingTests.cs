using System;
using System.IO;
using System.Linq;

namespace DockerGuard.Policy.Tests;

/// <summary>Policies that bind what is below them, or whoever is told to obey them.</summary>
[TestClass]
public sealed class BindingTests
{
    [TestMethod]
    public void A_nearer_policy_that_does_not_extend_the_root_is_an_error_that_names_both()
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "root: true\nprofile: strict\n")
            .Write("src/Web/.dockerguard.yml", "");
        Assert.AreEqual(
            "src/Web/.dockerguard.yml(1,1,1,1): the policy '.dockerguard.yml' does not extend "
                + "'../../.dockerguard.yml', which binds everything below it by root: true; write extends: "
                + "../../.dockerguard.yml",
            string.Join("\n", scratch.Errors(scratch.Load("src/Web"))));

        scratch.Write("src/team.yml", "extends: ../.dockerguard.yml\n")
            .Write("src/Web/.dockerguard.yml", "extends: ../team.yml\n");
        Assert.AreEqual("strict", scratch.Load("src/Web").Policy!.Settings.Profile);
    }

    [TestMethod]
    [DataRow("false")]
    [DataRow("true")]
    public void A_nearer_root_does_not_shut_out_the_one_above(string root)
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "root: true\n")
            .Write("src/.dockerguard.yml", $"root: {root}\n");
        StringAssert.Contains(scratch.Errors(scratch.Load("src")).Single(), "does not extend '../.dockerguard.yml'");
    }

    [TestMethod]
    public void A_file_between_that_is_no_root_does_not_count()
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "root: true\nprofile: strict\n")
            .Write("src/.dockerguard.yml", "profile: [not read]\n")
            .Write("src/Web/.dockerguard.yml", "extends: ../../.dockerguard.yml\n");
        Assert.AreEqual("strict", scratch.Load("src/Web").Policy!.Settings.Profile);
    }

    [TestMethod]
    [DataRow("nothing")]
    [DataRow("folder")]
    [DataRow("file")]
    public void A_thing_called_git_beside_the_project_ends_no_search(string kind)
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", "profile: strict\n").Folder("src/Web");
        if (kind == "folder") scratch.Folder("src/Web/.git");
        if (kind == "file") scratch.Write("src/Web/.git", "not a mark\n");
        Assert.AreEqual("strict", scratch.Load("src/Web").Policy!.Settings.Profile);
    }

    [TestMethod]
    public void A_repository_made_beside_the_project_does_not_remove_a_root()
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "root: true\nprofile: strict\n")
            .Write("src/Web/.git/HEAD", "ref: refs/heads/main\n");
        Assert.AreEqual("strict", scratch.Load("src/Web").Policy!.Settings.Profile);
        scratch.Write(".dockerguard.yml", "profile: strict\n");
        Assert.AreEqual("recommended", scratch.Load("src/Web").Policy!.Settings.Profile, "another repository's policy");
    }

    [TestMethod]
    [DataRow("root: [", "(1,7,1,8): not valid YAML")]
    [DataRow("root: perhaps", "(1,7,1,14): 'perhaps' is neither true nor false")]
    [DataRow("a: &a b", "(1,4,1,6): anchors are not allowed")]
    public void A_file_above_that_cannot_be_understood_fails_closed(string yaml, string error)
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", yaml).Write("src/.dockerguard.yml", "");
        StringAssert.StartsWith(scratch.Errors(scratch.Load("src")).Single(), error);
    }

    [TestMethod]
    public void A_folder_or_a_link_to_nothing_above_fails_closed()
    {
        using var scratch = new Scratch().Folder(".dockerguard.yaml").Write("src/.dockerguard.yml", "");
        StringAssert.Contains(scratch.Errors(scratch.Load("src")).Single(), "is a folder");
        Directory.Delete(scratch.At(".dockerguard.yaml"));
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(scratch.At(".dockerguard.yml"), scratch.At("gone"));
        StringAssert.Contains(scratch.Errors(scratch.Load("src")).Single(), "cannot be read");
    }

    [TestMethod]
    public void A_policy_that_is_named_extends_the_root_too()
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "root: true\nprofile: strict\n")
            .Write("src/own.yml", "profile: recommended\n");
        StringAssert.Contains(
            scratch.Errors(scratch.Load("src", "src/own.yml")).Single(),
            "'own.yml' does not extend '../.dockerguard.yml'");
        scratch.Write("src/own.yml", "extends: ../.dockerguard.yml\n");
        Assert.AreEqual("strict", scratch.Load("src", "src/own.yml").Policy!.Settings.Profile);
        Assert.AreEqual("strict", scratch.Load("src", ".dockerguard.yml").Policy!.Settings.Profile);
    }

    [TestMethod]
    public void What_is_binding_is_the_policy_where_there_is_no_other()
    {
        using var scratch = new Scratch()
            .Write("eng/a.yml", "profile: strict\nrules: {DG2006: error}\n")
            .Write("eng/b.yml", "rules: {DG2006: info, DG2002: error}\n");
        BindingPolicy[] both = [new(scratch.At("eng/a.yml")), new(scratch.At("eng/b.yml"))];
        var policy = scratch.Load("", null, null, both).Policy!;
        Assert.AreEqual(("strict", 2), (policy.Settings.Profile, policy.Settings.Severities.Count));

        scratch.Write(".dockerguard.yml", "extends: eng/a.yml\n");
        Assert.AreEqual(
            "(1,1,1,1): the policy '.dockerguard.yml' does not extend 'eng/b.yml', which is binding for the project; "
                + "write extends: eng/b.yml",
            string.Join("\n", scratch.Errors(scratch.Load("", null, null, both))));
        scratch.Write(".dockerguard.yml", "extends: [eng/a.yml, eng/b.yml]\n");
        Assert.IsFalse(scratch.Load("", null, null, both).IsBroken);
    }

    [TestMethod]
    public void A_package_may_be_binding()
    {
        using var scratch = new Scratch().Write("packages/contoso/policy.yml", "profile: strict\n");
        string? Resolve(string id) => id == "Contoso" ? scratch.At("packages/contoso") : null;
        var binding = new BindingPolicy("package:Contoso/policy.yml");
        Assert.AreEqual("strict", scratch.Load("", null, Resolve, binding).Policy!.Settings.Profile);

        scratch.Write(".dockerguard.yml", "profile: recommended\n");
        StringAssert.EndsWith(
            scratch.Errors(scratch.Load("", null, Resolve, binding)).Single(),
            "write extends: package:Contoso/policy.yml");
        scratch.Write(".dockerguard.yml", "extends: package:Contoso/policy.yml\n");
        Assert.AreEqual("strict", scratch.Load("", null, Resolve, binding).Policy!.Settings.Profile);
    }

    [TestMethod]
    [DataRow("package:Unknown/policy.yml", "which the project does not reference")]
    [DataRow("package:Contoso/gone.yml", "does not exist")]
    [DataRow("package:Contoso/../../x.yml", "leads out of its package")]
    [DataRow("package:Contoso/linked.yml", "is a link")]
    [DataRow("package:Contoso/linked/x.yml", "is a link, or in a linked folder")]
    public void A_binding_policy_that_cannot_be_had_is_an_error(string place, string problem)
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("links need a privilege on Windows");
        using var scratch = new Scratch().Folder("packages/contoso").Write("evil/x.yml", "");
        File.CreateSymbolicLink(scratch.At("packages/contoso/linked.yml"), scratch.At("evil/x.yml"));
        Directory.CreateSymbolicLink(scratch.At("packages/contoso/linked"), scratch.At("evil"));
        string? Resolve(string id) => id == "Contoso" ? scratch.At("packages/contoso") : null;
        var binding = new BindingPolicy(place);
        StringAssert.Contains(scratch.Errors(scratch.Load("", null, Resolve, binding)).Single(), problem);
        if (!place.Contains("link", StringComparison.Ordinal)) return;
        scratch.Write(".dockerguard.yml", "extends: " + place);
        StringAssert.Contains(scratch.Errors(scratch.Load(resolvePackage: Resolve)).Single(), problem);
    }

    [TestMethod]
    [DataRow("root: true\n", true)]
    [DataRow("root: false\n", false)]
    [DataRow("", false)]
    public void What_was_named_before_the_project_binds_it_only_as_root(string yaml, bool binds)
    {
        using var scratch = new Scratch().Write("eng/policy.yml", yaml).Write("own.yml", "");
        var early = new BindingPolicy(scratch.At("eng/policy.yml"), OnlyAsRoot: true);
        Assert.AreEqual(binds, scratch.Load("", "own.yml", null, early).IsBroken);
        Assert.IsFalse(scratch.Load("", "eng/policy.yml", null, early).IsBroken);
        var gone = new BindingPolicy(scratch.At("gone.yml"), OnlyAsRoot: true);
        Assert.IsFalse(scratch.Load("", "own.yml", null, gone).IsBroken);
    }

    [TestMethod]
    [DataRow("\\u200b")]
    [DataRow("\\u00a0 \\u2003\\t")]
    [DataRow("\\u00ad\\u034f\\ufe0f")]
    [DataRow("\\u3164\\u115f\\u1160\\uffa0\\u2800")]
    [DataRow("\\U000E0020\\U000E0100")]
    public void A_reason_nobody_can_see_is_none(string text)
    {
        Scratch.Fails(
            $"waivers:\n- {{rule: DG2001, reason: \"{text}\", owner: \"{text}\", expires: 2030-01-01}}",
            $"(2,26,2,{28 + text.Length}): 'reason' is empty",
            $"(2,{37 + text.Length},2,{39 + (2 * text.Length)}): 'owner' is empty");
    }

    [TestMethod]
    [DataRow("legacy")]
    [DataRow("\\U0001F512")]
    [DataRow("\\u65e7\\u5f0f")]
    public void A_reason_that_shows_is_one(string text) =>
        Scratch.LoadText($"waivers:\n- {{rule: DG2001, reason: \"{text}\", owner: o, expires: 2030-01-01}}");
}
