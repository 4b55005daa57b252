using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Tests;

[TestClass]
public sealed class ExtendsTests
{
    [TestMethod]
    public void The_base_comes_first_and_the_policy_has_the_last_word()
    {
        using var scratch = new Scratch()
            .Write("eng/base.yml", """
                profile: cis
                level: 1
                rules: {DG0005: error, DG0006: error}
                registries:
                  trusted: [mcr.microsoft.com, docker.io]
                  mirrors: {mcr.microsoft.com: old.contoso.com/mcr, docker.io: hub.contoso.com}
                labels: {required: [a, b], schema: {a: url, b: text}, strict: true}
                waivers:
                  - {rule: DG0005, reason: base, owner: x, expires: 2030-01-01}
                """)
            .Write("src/.dockerguard.yml", """
                waivers:
                  - {rule: DG0006, reason: own, owner: x, expires: 2030-01-01}
                extends: ../eng/base.yml
                profile: strict
                rules: {DG0005UnusedSuppression: off}
                registries:
                  trusted: [docker.io, ghcr.io]
                  mirrors: {mcr.microsoft.com: new.contoso.com/mcr}
                labels: {required: [b, c], schema: {b: spdx, c: email}, strict: false}
                """);
        var result = scratch.Load("src");
        var policy = result.Policy!;
        Assert.AreEqual(Profiles.Strict, policy.Settings.Profile);
        Assert.AreEqual(scratch.At("src/.dockerguard.yml"), policy.Path);
        Assert.AreEqual(
            "DG0005=Off DG0006=Error",
            string.Join(" ", policy.Settings.Severities.OrderBy(p => p.Key).Select(p => $"{p.Key}={p.Value}")));
        Assert.AreEqual(
            "mcr.microsoft.com docker.io ghcr.io new.contoso.com/mcr hub.contoso.com",
            string.Join(" ", policy.Settings.Registries.Trusted));
        Assert.AreEqual("a b c", string.Join(" ", policy.Settings.Labels.Required));
        Assert.AreEqual(
            "a=Url b=Spdx c=Email",
            string.Join(" ", policy.Settings.Labels.Schema.OrderBy(p => p.Key).Select(p => $"{p.Key}={p.Value}")));
        Assert.IsFalse(policy.Settings.Labels.IsStrict);
        Assert.AreEqual("base own", string.Join(" ", policy.Waivers.Select(waiver => waiver.Reason)));
        Assert.AreEqual(scratch.At("eng/base.yml"), policy.Waivers[0].Origin.File);
        Assert.AreEqual("src/.dockerguard.yml eng/base.yml", string.Join(" ", result.Files.Select(scratch.Relative)));
        Assert.IsTrue(ImageReference.TryParse("mcr.microsoft.com/dotnet/sdk:10.0", out var image));
        Assert.AreEqual("new.contoso.com/mcr/dotnet/sdk:10.0", policy.Mirrors.Apply(image!).ToString());
    }

    [TestMethod]
    public void Of_several_bases_the_later_wins_and_a_shared_base_counts_once()
    {
        using var scratch = new Scratch()
            .Write(
                "root.yml",
                "profile: cis\nlabels: {required: [root]}\nwaivers: [{rule: DG0005, reason: r, owner: o, expires: "
                    + "2030-01-01}]")
            .Write("a.yml", "extends: root.yml\nprofile: strict\nrules: {DG0005: info}")
            .Write("b.yml", "extends: root.yml\nrules: {DG0005: warning}")
            .Write(".dockerguard.yml", "extends:\n  - a.yml\n  - ./b.yml\n");
        var policy = scratch.Load().Policy!;
        Assert.AreEqual(
            Profiles.Strict,
            policy.Settings.Profile,
            "b says nothing of the profile, and the shared base lies below a");
        Assert.AreEqual(Severity.Warning, policy.Settings.Severities["DG0005"]);
        Assert.HasCount(1, policy.Waivers);
    }

    [TestMethod]
    [DataRow("none.yml", "(1,10,1,18): extended policy 'none.yml' does not exist")]
    [DataRow("sub", "(1,10,1,13): extended policy 'sub' is a folder, not a file")]
    [DataRow(".dockerguard.yml", "(1,10,1,26): extended policy '.dockerguard.yml' leads back to this file")]
    [DataRow(
        "sub/../.dockerguard.yml", "(1,10,1,33): extended policy 'sub/../.dockerguard.yml' leads back to this file")]
    [DataRow(
        "https://contoso.com/p.yml",
        "(1,10,1,35): extended policy 'https://contoso.com/p.yml' is a URL; extend a relative path or package:Id/path")]
    [DataRow("/etc/p.yml", "(1,10,1,20): extended policy '/etc/p.yml' is not relative to this file")]
    [DataRow("C:/p.yml", "(1,10,1,18): extended policy 'C:/p.yml' is not relative to this file")]
    [DataRow("..\\p.yml", "(1,10,1,18): extended policy '..\\p.yml' has a backslash; separate folders with '/'")]
    [DataRow("\"a\\0b.yml\"", "(1,10,1,20): extended policy 'a\uFFFDb.yml' is not a path")]
    [DataRow("'*.yml'", "(1,10,1,17): extended policy '*.yml' is not a path")]
    [DataRow("package:A", "(1,10,1,19): extended policy 'package:A' is not of the form package:Id/path/in/package.yml")]
    [DataRow(
        "package:A/", "(1,10,1,20): extended policy 'package:A/' is not of the form package:Id/path/in/package.yml")]
    [DataRow(
        "package:../p.yml",
        "(1,10,1,26): extended policy 'package:../p.yml' is not of the form package:Id/path/in/package.yml")]
    [DataRow(
        "package:Unknown/p.yml",
        "(1,10,1,31): extended policy 'package:Unknown/p.yml' is in package 'Unknown', which the project does not "
            + "reference")]
    [DataRow("package:Known/p.yml", "(1,10,1,29): extended policy 'package:Known/p.yml' does not exist")]
    [DataRow(
        "package:Known/../p.yml", "(1,10,1,32): extended policy 'package:Known/../p.yml' leads out of its package")]
    [DataRow("{a: b}", "(1,10,1,16): 'extends' must be text or a list, not a map")]
    [DataRow("[]", "(1,10,1,12): 'extends' is an empty list")]
    [DataRow("", "(1,1,1,8): 'extends' has no value")]
    [DataRow("[[a]]", "(1,11,1,14): an item of 'extends' must be text, not a list")]
    public void What_cannot_be_extended(string value, string error)
    {
        using var scratch = new Scratch()
            .Folder("sub")
            .Folder("packages/known")
            .Write("p.yml", "")
            .Write("packages/p.yml", "")
            .Write(".dockerguard.yml", $"extends: {value}");
        var result = scratch.Load(resolvePackage: id => id == "Known" ? scratch.At("packages/known") : null);
        Assert.AreEqual(error, string.Join("\n", scratch.Errors(result)));
    }

    [TestMethod]
    public void A_cycle_is_reported_where_it_closes()
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "extends: a.yml")
            .Write("a.yml", "level: 1\nextends: [b.yml]")
            .Write("b.yml", "extends: a.yml");
        CollectionAssert.AreEqual(
            new[] { "b.yml(1,10,1,15): extended policy 'a.yml' leads back to this file" },
            scratch.Errors(scratch.Load()));
    }

    [TestMethod]
    public void Errors_are_reported_in_the_file_they_are_in()
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "level: x\nextends: [a.yml, none.yml]\nprofil: cis")
            .Write("a.yml", "extends: b.yml\nlevel: y")
            .Write("b.yml", "rules: [");
        CollectionAssert.AreEqual(
            new[]
            {
                "(1,8,1,9): 'x' is not a level: a whole number from 1 to 1",
                "(2,18,2,26): extended policy 'none.yml' does not exist",
                "(3,1,3,7): unknown key 'profil'; did you mean 'profile'?",
                "a.yml(2,8,2,9): 'y' is not a level: a whole number from 1 to 1",
                "b.yml(1,8,1,9): not valid YAML: '[' is not closed; write ']' after the last item",
            },
            scratch.Errors(scratch.Load()));
    }

    [TestMethod]
    public void Depth_is_bounded()
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", "extends: 1.yml");
        for (var i = 1; i <= 8; i++) scratch.Write($"{i}.yml", i < 8 ? $"extends: {i + 1}.yml" : "profile: cis");
        Assert.AreEqual(Profiles.Cis, scratch.Load().Policy!.Settings.Profile);

        scratch.Write("8.yml", "extends: 9.yml").Write("9.yml", "");
        CollectionAssert.AreEqual(
            new[] { "8.yml(1,10,1,15): extended policy '9.yml' is more than 8 files deep" },
            scratch.Errors(scratch.Load()));
    }

    [TestMethod]
    public void The_number_of_files_is_bounded()
    {
        using var scratch = new Scratch();
        for (var i = 1; i <= 17; i++) scratch.Write($"{i}.yml", $"labels: {{required: [l{i}]}}");
        scratch.Write(
            ".dockerguard.yml", $"extends: [{string.Join(", ", Enumerable.Range(1, 16).Select(i => $"{i}.yml"))}]");
        Assert.HasCount(16, scratch.Load().Policy!.Settings.Labels.Required);

        scratch.Write("16.yml", "extends: 17.yml");
        CollectionAssert.AreEqual(
            new[] { "16.yml(1,10,1,16): extended policy '17.yml' is one file too many: a policy extends at most 16" },
            scratch.Errors(scratch.Load()));
    }

    [TestMethod]
    public void A_package_brings_a_policy_with_waivers_for_the_project()
    {
        using var scratch = new Scratch()
            .Write("packages/contoso.policy/1.0.0/eng/dockerguard.yml", """
                extends: ../shared/base.yml
                waivers:
                  - {rule: DG0005, path: legacy/**, reason: r, owner: o, expires: 2030-01-01}
                """)
            .Write("packages/contoso.policy/1.0.0/shared/base.yml", "profile: strict")
            .Write("repo/.dockerguard.yml", "extends: package:Contoso.Policy/eng/dockerguard.yml")
            .Folder("repo/.git");
        var asked = new List<string>();
        var result = scratch.Load("repo", resolvePackage: id => Resolve(id, asked, scratch));
        Assert.AreEqual("Contoso.Policy", string.Join(" ", asked));
        Assert.AreEqual(Profiles.Strict, result.Policy!.Settings.Profile);
        Assert.HasCount(3, result.Files);
        var finding = new Diagnostic(
            ToolDiagnostics.UnusedSuppression,
            Severity.Warning,
            "x",
            scratch.At("repo/legacy/Dockerfile"),
            Dockerfiles.SourceSpan.FileStart);
        Assert.IsTrue(
            result.Policy.Waivers[0].Covers(finding), "its paths are relative to the policy that uses the package");
        Assert.IsFalse(
            result.Policy.Waivers[0].Covers(finding with { Origin = Origin.StartOf(scratch.At("repo/Dockerfile")) }));

        scratch.Write("packages/contoso.policy/1.0.0/shared/base.yml", "extends: ../../2.0.0/x.yml")
            .Write("packages/contoso.policy/2.0.0/x.yml", "");
        CollectionAssert.AreEqual(
            new[] { "packages/contoso.policy/1.0.0/shared/base.yml(1,10,1,27): extended policy '../../2.0.0/x.yml' "
                + "leads out of its package" },
            scratch.Errors(scratch.Load("repo", resolvePackage: id => Resolve(id, asked, scratch))));
    }

    /// <summary>Build systems hand over folders with a closing separator and with "..".</summary>
    private static string? Resolve(string id, List<string> asked, Scratch scratch)
    {
        asked.Add(id);
        return id.Equals("Contoso.Policy", StringComparison.OrdinalIgnoreCase)
            ? scratch.At("packages/other/../contoso.policy/1.0.0/")
            : null;
    }
}
