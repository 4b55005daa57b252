using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>How severe a finding is: by profile, by level, and by what the policy says of the rule.</summary>
[TestClass]
public sealed class SeverityTests
{
    [TestMethod]
    [DataRow("DG1004", Profiles.Recommended, Severity.Warning)]
    [DataRow("DG1004", Profiles.Strict, Severity.Error)]
    [DataRow("DG1004", Profiles.Cis, Severity.Off)]
    [DataRow("DG1004", Profiles.Hadolint, Severity.Warning)]
    [DataRow("DG1004", Profiles.BuildKit, Severity.Off)]
    [DataRow("DG2001", Profiles.Cis, Severity.Error)]
    [DataRow("DG2001", Profiles.Hadolint, Severity.Warning)]
    [DataRow("DG5001", Profiles.Recommended, Severity.Warning)]
    [DataRow("DG5001", Profiles.Cis, Severity.Warning)]
    [DataRow("DG5001", Profiles.Hadolint, Severity.Error)]
    [DataRow("DG5003", Profiles.BuildKit, Severity.Warning)]
    [DataRow("DG6001", Profiles.Hadolint, Severity.Info)]
    [DataRow("DG7004", Profiles.Hadolint, Severity.Off)]
    [DataRow("DG7004", Profiles.Cis, Severity.Off)]
    public void Profile_decides(string id, string profile, Severity expected) =>
        Assert.AreEqual(expected, new RuleSettings { Profile = profile }.SeverityOf(RuleCatalog.Find(id)!));

    [TestMethod]
    public void Conditions_of_the_tool_are_reported_in_every_profile()
    {
        foreach (var profile in Profiles.All)
        {
            foreach (var condition in ToolDiagnostics.All)
                Assert.AreEqual(condition.Recommended, new RuleSettings { Profile = profile }.SeverityOf(condition));
        }
    }

    /// <summary>A stricter profile that let something through would not be one.</summary>
    [TestMethod]
    public void Strict_is_never_milder_than_recommended()
    {
        foreach (var descriptor in RuleCatalog.Descriptors)
            Assert.IsTrue(descriptor.Strict >= descriptor.Recommended, descriptor.Name);
    }

    /// <summary>A parity profile is its peer's rule set: what the peer has a name for, and no more.</summary>
    [TestMethod]
    [DataRow(Profiles.Hadolint, "hadolint")]
    [DataRow(Profiles.BuildKit, "buildkit")]
    public void Parity_profile_runs_exactly_what_has_the_peers_alias(string profile, string tool)
    {
        foreach (var descriptor in RuleCatalog.Rules.Select(rule => rule.Descriptor))
        {
            Assert.AreEqual(
                descriptor.Aliases.Any(alias => alias.Tool == tool && alias.Severity != Severity.Off),
                descriptor.SeverityIn(profile) != Severity.Off,
                descriptor.Name);
        }
    }

    [TestMethod]
    public void Rules_of_the_benchmark_run_in_the_cis_profile()
    {
        foreach (var descriptor in RuleCatalog.Rules.Select(rule => rule.Descriptor))
        {
            Assert.AreEqual(
                descriptor.Aliases.Any(alias => alias.Tool == "cis"), descriptor.Cis != Severity.Off, descriptor.Name);
        }
    }

    [TestMethod]
    public void Rule_newer_than_the_level_is_off_until_the_policy_names_it()
    {
        var tomorrow = new RuleDescriptor(
            "DG1999Tomorrow", "a test", Severity.Error)
        { Level = RuleSettings.LatestLevel + 1 };

        Assert.AreEqual(Severity.Off, new RuleSettings().SeverityOf(tomorrow));
        Assert.AreEqual(Severity.Error, new RuleSettings { Level = RuleSettings.LatestLevel + 1 }.SeverityOf(tomorrow));
        Assert.AreEqual(
            Severity.Warning,
            new RuleSettings { Severities = new Dictionary<string, Severity> { ["DG1999"] = Severity.Warning } }
                .SeverityOf(tomorrow));
    }

    [TestMethod]
    [DataRow(RuleSettings.LatestLevel, 0)]
    [DataRow(RuleSettings.LatestLevel + 1, 1)]
    public void Rule_newer_than_the_level_does_not_run(int level, int findings)
    {
        var rules = new RuleSet("test", [new Tomorrow()]);
        var request = new LintRequest(
            DockerGuard.Dockerfiles.Dockerfile.Parse("FROM scratch\n"),
            LintCase.Path,
            new RuleSettings { Level = level },
            rules);
        Assert.HasCount(findings, FileCheck.Run(request).Findings);
    }

    [TestMethod]
    public void Policy_changes_a_severity_and_enforces_it()
    {
        var findings = Lint(new RuleSettings
        {
            Today = LintCase.Today,
            Severities = new Dictionary<string, Severity> { ["DG5003"] = Severity.Error, ["DG5001"] = Severity.Off },
        });

        Assert.AreEqual("DG5002 Warning False, DG5003 Error True", Render(findings));
    }

    [TestMethod]
    public void Profile_alone_enforces_nothing() =>
        Assert.AreEqual(
            "DG5001 Error False, DG5002 Error False, DG5003 Error False",
            Render(Lint(new RuleSettings { Profile = Profiles.Strict, Today = LintCase.Today })));

    [TestMethod]
    public void Parse_error_set_off_by_a_policy_is_not_reported()
    {
        var settings = new RuleSettings
        {
            Severities = new Dictionary<string, Severity> { ["DG0001"] = Severity.Off },
            Profile = Profiles.BuildKit,
        };
        var request = new LintRequest(
            DockerGuard.Dockerfiles.Dockerfile.Parse("COPPY a b\n"), LintCase.Path, settings, RuleSet.Ours);

        Assert.IsEmpty(FileCheck.Run(request).Findings);
    }

    private static string Render(IEnumerable<Diagnostic> findings) =>
        string.Join(
            ", ", findings.Select(finding => $"{finding.Descriptor.Id} {finding.Severity} {finding.IsSetByPolicy}")
                .Order(StringComparer.Ordinal));

    private static IReadOnlyList<Diagnostic> Lint(RuleSettings settings)
    {
        const string text =
            "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble\nUSER 1654\nHEALTHCHECK NONE\nWORKDIR app\nADD a /a\n"
                + "ENTRYPOINT dotnet Web.dll\n";
        return FileCheck.Run(new LintRequest(
            DockerGuard.Dockerfiles.Dockerfile.Parse(text), LintCase.Path, settings, RuleSet.Ours)).Findings;
    }

    private sealed class Tomorrow : FileRule
    {
        public override RuleDescriptor Descriptor { get; } = new(
            "DG1999Tomorrow", "a test", Severity.Error)
        { Level = RuleSettings.LatestLevel + 1 };

        public override void Check(DockerGuard.Dockerfiles.Dockerfile file, FileContext context) =>
            context.Report(DockerGuard.Dockerfiles.SourceSpan.FileStart, "found");
    }
}
