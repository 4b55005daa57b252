using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Tests;

[TestClass]
public sealed class WaiverTests
{
    private const string Yaml = """
        waivers:
          - rule: DG0005
            reason: comments of the old tool
            owner: team-web
            expires: 2027-01-31
        """;

    [TestMethod]
    [DataRow("2026-01-01", true, null)]
    [DataRow("2027-01-16", true, null)]
    [DataRow(
        "2027-01-17",
        true,
        "DG0008 Warning: the waiver of DG0005, owned by team-web, expires on 2027-01-31, in 14 days")]
    [DataRow(
        "2027-01-30", true, "DG0008 Warning: the waiver of DG0005, owned by team-web, expires on 2027-01-31, in 1 day")]
    [DataRow("2027-01-31", true, "DG0008 Warning: the waiver of DG0005, owned by team-web, expires today, 2027-01-31")]
    [DataRow("2027-02-01", false, "DG0007 Error: the waiver of DG0005, owned by team-web, expired on 2027-01-31")]
    [DataRow("2099-01-01", false, "DG0007 Error: the waiver of DG0005, owned by team-web, expired on 2027-01-31")]
    public void A_waiver_silences_until_its_last_day_and_says_so_before(string today, bool silences, string? message)
    {
        using var scratch = new Scratch();
        var policy = scratch.Write(".dockerguard.yml", Yaml).Load().Policy!;
        var (waived, other) = (
            Finding(ToolDiagnostics.UnusedSuppression, "/repo/Dockerfile"),
            Finding(ToolDiagnostics.InvalidSuppression, "/repo/Dockerfile"));
        var result = Waive(policy, DateTime.Parse(today).AddHours(23), waived, other);

        CollectionAssert.AreEqual(
            silences ? [other] : new[] { waived, other }, result.Where(d => d.File == "/repo/Dockerfile").ToArray());
        var added = result.SingleOrDefault(d => d.File != "/repo/Dockerfile");
        Assert.AreEqual(message, added is null ? null : $"{added.Descriptor.Id} {added.Severity}: {added.Message}");
        if (added is null) return;
        Assert.AreEqual(scratch.At(".dockerguard.yml"), added.File);
        Assert.AreEqual("(5,14,5,24)", added.Span.ToString());
        Assert.AreEqual(!silences, added.IsSetByPolicy, "NoWarn does not bring an expired waiver back to life");
    }

    [TestMethod]
    public void Waived_findings_are_kept_with_the_waivers_reason_beside_those_already_suppressed()
    {
        var (waived, other) = (
            Finding(ToolDiagnostics.UnusedSuppression, "/repo/Dockerfile"),
            Finding(ToolDiagnostics.InvalidSuppression, "/repo/Dockerfile"));
        var policy = Scratch.LoadText(Yaml);
        var result = policy.ApplyWaivers(new LintResult([waived], [other]), new DateTime(2026, 1, 1));

        Assert.IsEmpty(result.Findings);
        CollectionAssert.AreEqual(
            new[]
            {
                other,
                waived with { SuppressedBy = new Suppression(
                    SilencedBy.Waiver, policy.Waivers.Single().Origin, "comments of the old tool") },
            }, result.Suppressed.ToArray());
    }

    [TestMethod]
    [DataRow("", "/app/web.pfx", true)]
    [DataRow("path: registry.contoso.com/shop:*/**", "/app/web.pfx", true)]
    [DataRow("path: registry.contoso.com/shop:*/app/*.pfx", "/app/web.pfx", true)]
    [DataRow("path: registry.contoso.com/shop:*", null, true)]
    [DataRow("path: registry.contoso.com/shop:*/app/*.pfx", null, false)]
    [DataRow("path: app/*.pfx", "/app/web.pfx", false)]
    public void A_waivers_path_begins_with_the_image_for_what_is_in_one(string path, string? file, bool covers)
    {
        var keys = $"rule: DG2001, {(path.Length > 0 ? path + ", " : "")}reason: r, owner: o, expires: 2030-01-01";
        var waiver = Scratch.LoadText($"waivers: [{{{keys}}}]").Waivers.Single();
        var origin = new ImageOrigin("registry.contoso.com/shop:1.0", null, 1, file);
        var finding = new Diagnostic(RuleCatalog.Find("DG2001")!, Severity.Error, "x", origin);
        Assert.AreEqual(covers, waiver.Covers(finding));
    }

    [TestMethod]
    public void Waivers_that_silence_nothing_are_no_finding() =>
        Assert.IsEmpty(Waive(Scratch.LoadText(Yaml), new DateTime(2026, 1, 1)));

    [TestMethod]
    public void The_policy_decides_whether_a_near_end_is_reported()
    {
        var day = new DateTime(2027, 1, 30);
        Assert.IsEmpty(Waive(Scratch.LoadText("rules: {DG0008: off}\n" + Yaml), day));
        var error = Waive(Scratch.LoadText("rules: {DG0008: error}\n" + Yaml), day).Single();
        Assert.AreEqual((Severity.Error, true), (error.Severity, error.IsSetByPolicy));
    }

    [TestMethod]
    public void The_owner_stays_on_the_messages_line()
    {
        var policy =
            Scratch.LoadText("waivers: [{rule: DG0005, reason: r, owner: \"team\\n\\e[0mweb\", expires: 2026-01-01}]");
        Assert.AreEqual(
            "the waiver of DG0005, owned by team \uFFFD[0mweb, expired on 2026-01-01",
            Waive(policy, Scratch.Today).Single().Message);
    }

    [TestMethod]
    public void A_valid_waiver_silences_beside_an_expired_one()
    {
        var policy = Scratch.LoadText("""
            waivers:
              - {rule: DG0005, reason: r, owner: a, expires: 2026-01-01}
              - {rule: [DG0005, DG0006], reason: r, owner: b, expires: 2030-01-01}
            """);
        var result = Waive(
            policy,
            Scratch.Today,
            Finding(ToolDiagnostics.UnusedSuppression, "/repo/a"),
            Finding(ToolDiagnostics.InvalidSuppression, "/repo/a"));
        Assert.AreEqual("DG0007", string.Join(" ", result.Select(d => d.Descriptor.Id)));
    }

    [TestMethod]
    [DataRow("Dockerfile", "Dockerfile", true)]
    [DataRow("Dockerfile", "src/Dockerfile", false)]
    [DataRow("*/Dockerfile", "src/Dockerfile", true)]
    [DataRow("*/Dockerfile", "src/Web/Dockerfile", false)]
    [DataRow("**/Dockerfile", "Dockerfile", true)]
    [DataRow("**/Dockerfile", "src/Web/Dockerfile", true)]
    [DataRow("**/Dockerfile", "src/Web/Dockerfile.dev", false)]
    [DataRow("**/Dockerfile*", "src/Web/Dockerfile.dev", true)]
    [DataRow("legacy/**", "legacy/Web/Web.csproj", true)]
    [DataRow("legacy/**", "LEGACY/web.csproj", true)]
    [DataRow("legacy/**", "legacy2/web.csproj", false)]
    [DataRow("legacy/**", "src/legacy/web.csproj", false)]
    [DataRow("legacy", "legacy/web.csproj", false)]
    [DataRow("**/*.csproj", "a/b/c.csproj", true)]
    [DataRow("a/**/b/**/c", "a/b/c", true)]
    [DataRow("a/**/b/**/c", "a/x/b/y/b/c", true)]
    [DataRow("a/**/b/**/c", "a/x/c", false)]
    [DataRow("**/a/*/c", "a/b/a/x/c", true)]
    [DataRow("?ocker*le", "Dockerfile", true)]
    [DataRow("?ocker*le", "ockerfile", false)]
    [DataRow("a*b*c", "abcbc", true)]
    [DataRow("a*b*c", "abcb", false)]
    [DataRow("a.c", "abc", false)]
    [DataRow("**", "anything/at/all", true)]
    [DataRow("*", "one", true)]
    [DataRow("*", "one/two", false)]
    public void Paths(string glob, string file, bool isCovered)
    {
        using var scratch = new Scratch();
        var yaml = $"waivers: [{{rule: DG0005, path: '{glob}', reason: r, owner: o, expires: 2030-01-01}}]";
        var waiver = scratch.Write("sub/.dockerguard.yml", yaml).Load("sub").Policy!.Waivers.Single();
        Assert.AreEqual(
            isCovered, waiver.Covers(Finding(ToolDiagnostics.UnusedSuppression, scratch.At("sub/" + file))));
        Assert.IsFalse(
            waiver.Covers(Finding(ToolDiagnostics.UnusedSuppression, scratch.At("other/" + file))),
            "outside the policy's folder");
        Assert.IsFalse(waiver.Covers(Finding(ToolDiagnostics.ParseError, scratch.At("sub/" + file))), "another rule");
    }

    [TestMethod]
    public void A_hostile_path_is_no_match_without_trying_every_division()
    {
        var glob = string.Concat(Enumerable.Repeat("*a", 255));
        using var scratch = new Scratch();
        var waiver = scratch.Write(
            ".dockerguard.yml",
            $"waivers: [{{rule: DG0005, path: '{glob}', reason: r, owner: o, expires: 2030-01-01}}]")
            .Load().Policy!.Waivers
            .Single();
        // The divisions of the text among the stars are more than could ever be tried.
        Assert.IsFalse(
            waiver.Covers(Finding(ToolDiagnostics.UnusedSuppression, scratch.At(new string('a', 4000) + "b"))));
    }

    [TestMethod]
    [DataRow("legacy/", "ends with '/'; for everything below a folder write 'legacy/**'")]
    [DataRow("/legacy", "starts with '/'; paths are relative to the policy's folder")]
    [DataRow("a\\b", "has a backslash; separate folders with '/'")]
    [DataRow("a//b", "has an empty folder name")]
    [DataRow("../b", "has '..'; paths are relative to the policy's folder and stay below it")]
    [DataRow("./b", "has '.'; paths are relative to the policy's folder and stay below it")]
    [DataRow("a**/b", "has '**' beside other characters; '**' stands alone between slashes")]
    [DataRow("a[bc]", "has a wildcard other than '*', '**' and '?'")]
    [DataRow("{a,b}", "has a wildcard other than '*', '**' and '?'")]
    public void Bad_paths(string glob, string problem) => Scratch.Fails(
        $"waivers:\n  - {{rule: DG0005, reason: r, owner: o, expires: 2030-01-01, path: '{glob}'}}",
        $"(2,68,2,{70 + glob.Length}): path '{glob}' {problem}");

    [TestMethod]
    public void A_path_has_a_length() => Scratch.Fails(
        $"waivers:\n  - {{rule: DG0005, reason: r, owner: o, expires: 2030-01-01, path: {new string('a', 513)}}}",
        $"(2,68,2,581): path '{new string('a', 97)}...' is longer than 512 characters");

    [TestMethod]
    [DataRow("waivers: {rule: DG0005}", "(1,10,1,24): 'waivers' must be a list, not a map")]
    [DataRow(
        "waivers: [DG0005]", "(1,11,1,17): a waiver must be a map with 'rule', 'reason', 'owner', 'expires', not text")]
    [DataRow("waivers:\n  -", "(2,4,2,4): a waiver is empty")]
    [DataRow("waivers: [{}]", "(1,11,1,13): the waiver has no 'rule', 'reason', 'owner', 'expires'")]
    [DataRow(
        "waivers: [{rule: DG0005, reason: r, owner: o, expiry: 2030-01-01}]",
        "(1,11,1,66): the waiver has no 'expires'",
        "(1,47,1,53): unknown key 'expiry'; did you mean 'expires'?")]
    [DataRow("waivers: [{rule: DG0005, reason: '', owner: o, expires: 2030-01-01}]", "(1,34,1,36): 'reason' is empty")]
    [DataRow(
        "waivers: [{rule: DG0005, reason: '  ', owner: o, expires: 2030-01-01}]", "(1,34,1,38): 'reason' is empty")]
    [DataRow(
        "waivers: [{rule: DG0005, reason: , owner: ~, expires: 2030-01-01}]",
        "(1,26,1,32): 'reason' has no value",
        "(1,36,1,41): 'owner' has no value")]
    [DataRow(
        "waivers: [{rule: DG0005, reason: r, owner: [a, b], expires: 2030-01-01}]",
        "(1,44,1,50): 'owner' must be text, not a list")]
    [DataRow("waivers: [{rule: , reason: r, owner: o, expires: 2030-01-01}]", "(1,12,1,16): 'rule' has no value")]
    [DataRow("waivers: [{rule: [], reason: r, owner: o, expires: 2030-01-01}]", "(1,18,1,20): 'rule' is an empty list")]
    [DataRow(
        "waivers: [{rule: {a: b}, reason: r, owner: o, expires: 2030-01-01}]",
        "(1,18,1,24): 'rule' must be text or a list, not a map")]
    [DataRow(
        "waivers: [{rule: [DG0005, DG0999], reason: r, owner: o, expires: 2030-01-01}]",
        "(1,27,1,33): unknown rule 'DG0999'")]
    [DataRow(
        "waivers: [{rule: DG0007, reason: r, owner: o, expires: 2030-01-01}]",
        "(1,18,1,24): DG0007 is about the tool itself and cannot be waived")]
    [DataRow(
        "waivers: [{rule: [dg0001ParseError], reason: r, owner: o, expires: 2030-01-01}]",
        "(1,19,1,35): DG0001 is about the tool itself and cannot be waived")]
    public void Bad_waivers(string yaml, params string[] errors) => Scratch.Fails(yaml, errors);

    [TestMethod]
    [DataRow("2027-02-29")]
    [DataRow("2027-1-31")]
    [DataRow("31.01.2027")]
    [DataRow("2027/01/31")]
    [DataRow("2027-01-31T00:00:00Z")]
    [DataRow("never")]
    [DataRow("0000-01-01")]
    public void Dates_are_days_of_the_calendar(string date) => Scratch.Fails(
        $"waivers: [{{rule: DG0005, reason: r, owner: o, expires: '{date}'}}]",
        $"(1,56,1,{58 + date.Length}): '{date}' is not a date: a day of the calendar as yyyy-MM-dd, such as "
            + "2027-01-31");

    private static IReadOnlyList<Diagnostic> Waive(Policy policy, DateTime today, params Diagnostic[] findings) =>
        policy.ApplyWaivers(new LintResult(findings, []), today).Findings;

    private static Diagnostic Finding(RuleDescriptor rule, string file) =>
        new(rule, Severity.Warning, "found", file, SourceSpan.FileStart);
}
