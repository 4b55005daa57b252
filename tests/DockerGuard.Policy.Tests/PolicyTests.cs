using System;
using System.Linq;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Tests;

[TestClass]
public sealed class PolicyTests
{
    [TestMethod]
    public void A_complete_policy_is_read()
    {
        var policy = Scratch.LoadText("""
            # the team's policy
            profile: strict
            level: 1
            rules:
              DG0005: off
              dg0006: info        # ids are found in any case
              DG0008WaiverExpiresSoon: error
            registries:
              trusted: [mcr.microsoft.com, "registry.contoso.com/team", 'localhost:5000']
              mirrors:
                mcr.microsoft.com: registry.contoso.com/mcr
            labels:
              required:
                - org.opencontainers.image.source
              schema: {org.opencontainers.image.source: url, build: hash, by: email, at: rfc3339, version: semver, terms: spdx, team: text}
              strict: true
            waivers:
              - rule: [DG0005, DG0006]
                path: legacy/**
                reason: >
                  old comments,
                  gone in spring
                owner: team-web
                expires: 2027-01-31
            """);
        var settings = policy.Settings;
        Assert.AreEqual(Profiles.Strict, settings.Profile);
        Assert.AreEqual(1, settings.Level);
        Assert.AreEqual(Scratch.Today, settings.Today);
        Assert.AreEqual(
            "DG0005=Off DG0006=Info DG0008=Error",
            string.Join(" ", settings.Severities.OrderBy(p => p.Key).Select(p => $"{p.Key}={p.Value}")));
        CollectionAssert.AreEqual(
            new[] { "mcr.microsoft.com", "registry.contoso.com/team", "localhost:5000", "registry.contoso.com/mcr" },
            settings.Registries.Trusted.ToArray());
        CollectionAssert.AreEqual(new[] { "org.opencontainers.image.source" }, settings.Labels.Required.ToArray());
        Assert.AreEqual(
            "at=Rfc3339 build=Hash by=Email org.opencontainers.image.source=Url team=Text terms=Spdx version=SemVer",
            string.Join(
                " ",
                settings.Labels.Schema.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}")));
        Assert.IsTrue(settings.Labels.IsStrict);

        var waiver = policy.Waivers.Single();
        CollectionAssert.AreEqual(new[] { "DG0005", "DG0006" }, waiver.RuleIds.ToArray());
        Assert.AreEqual("legacy/**", waiver.Path);
        Assert.AreEqual("old comments, gone in spring", waiver.Reason);
        Assert.AreEqual("team-web", waiver.Owner);
        Assert.AreEqual("DG0005, DG0006 until 2027-01-31 by team-web", waiver.ToString());
        Assert.AreEqual(
            (18, 5, 24, 24), (
                waiver.Origin.Span.Line,
                waiver.Origin.Span.Column,
                waiver.Origin.Span.EndLine,
                waiver.Origin.Span.EndColumn));
        Assert.AreEqual("(24,14,24,24)", waiver.ExpiresSpan.ToString());
    }

    [TestMethod]
    [DataRow("", DisplayName = "empty")]
    [DataRow("\n\n  \n", DisplayName = "blank lines")]
    [DataRow("# nothing yet\n", DisplayName = "comments")]
    [DataRow("---\n", DisplayName = "document start")]
    [DataRow("--- # c\n...\n", DisplayName = "document start and end")]
    [DataRow("# c\n\n--- # c\n# c\n", DisplayName = "document start after comments")]
    [DataRow("{}", DisplayName = "empty map")]
    [DataRow("rules: {}\nregistries: {}\nlabels: {required: []}\nwaivers: []\n", DisplayName = "empty sections")]
    [DataRow(" \t\n\t# comment\n\t\n", DisplayName = "tabs on lines without content")]
    public void A_policy_that_says_nothing_is_the_default(string yaml)
    {
        var policy = Scratch.LoadText(yaml);
        Assert.IsNotNull(policy.Path);
        AssertDefault(policy);
    }

    [TestMethod]
    public void Without_a_file_the_default_applies()
    {
        using var scratch = new Scratch();
        var result = scratch.Load();
        Assert.IsFalse(result.IsBroken);
        Assert.IsNull(result.Policy!.Path);
        Assert.IsEmpty(result.Files);
        AssertDefault(result.Policy);
        Assert.AreEqual(Profiles.Recommended, Policy.Default.Settings.Profile);
        Assert.IsEmpty(Policy.Default.Waivers);
    }

    [TestMethod]
    [DataRow("profile: strict\r\nrules:\r\n  DG0005: off\r\n", DisplayName = "CRLF")]
    [DataRow("profile: strict\rrules:\r  DG0005: off\r", DisplayName = "CR")]
    [DataRow(
        "\uFEFFprofile: strict\nrules: {DG0005: off}", DisplayName = "byte order mark, flow style, no last line end")]
    [DataRow(
        "--- # one document\nprofile: 'strict'\nrules: {\"DG0005\": \"off\"}\n...\n",
        DisplayName = "quotes and markers")]
    [DataRow(
        "profile: strict # Größe 😀 \uFFFD\nrules:\n  DG0005:\n    off\n", DisplayName = "any characters in comments")]
    public void The_same_policy_in_other_clothes(string yaml)
    {
        var settings = Scratch.LoadText(yaml).Settings;
        Assert.AreEqual(Profiles.Strict, settings.Profile);
        Assert.AreEqual(Severity.Off, settings.Severities["DG0005"]);
    }

    [TestMethod]
    public void Trust_in_a_mirror_needs_a_trusted_list()
    {
        var settings = Scratch.LoadText("registries: {mirrors: {docker.io: registry.contoso.com/hub}}").Settings;
        Assert.IsEmpty(
            settings.Registries.Trusted,
            "an empty list trusts every registry; adding the mirror alone would distrust all others");
    }

    [TestMethod]
    public void The_tools_own_conditions_may_be_raised()
    {
        var settings = Scratch.LoadText("rules: {DG0004: error, DG0003: error, DG0009: warning}").Settings;
        Assert.AreEqual(Severity.Error, settings.Severities["DG0004"]);
        Assert.AreEqual(Severity.Warning, settings.Severities["DG0009"]);
    }

    private static void AssertDefault(Policy policy)
    {
        Assert.AreEqual(Profiles.Recommended, policy.Settings.Profile);
        Assert.AreEqual(RuleSettings.LatestLevel, policy.Settings.Level);
        Assert.AreEqual(Scratch.Today, policy.Settings.Today);
        Assert.IsEmpty(policy.Settings.Severities);
        Assert.IsEmpty(policy.Settings.Registries.Trusted);
        Assert.IsEmpty(policy.Settings.Labels.Required);
        Assert.IsEmpty(policy.Waivers);
    }
}
