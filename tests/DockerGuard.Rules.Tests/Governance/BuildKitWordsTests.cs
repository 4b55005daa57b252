using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Peers.BuildKit;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>
/// Where BuildKit has a check for what a rule finds, the rule names the things BuildKit's sentence is made of.
/// </summary>
[TestClass]
public sealed class BuildKitWordsTests
{
    private static readonly SourceSpan Place = new(1, 1, 1, 2);

    [TestMethod]
    public void Every_check_has_its_sentence()
    {
        var without = RuleCatalog.Descriptors.Where(
            rule => rule.BuildKitName is not null && BuildKitWords.Of(Finding(rule, "a", "b", "c")) is null);

        Assert.AreEqual("", string.Join(' ', without));
    }

    [TestMethod]
    public void A_rule_BuildKit_does_not_have_has_none()
    {
        Assert.IsNull(BuildKitWords.Of(Finding(RuleCatalog.Find("DG1004")!, "a", "b", "c")));
        Assert.IsNull(BuildKitWords.Of(Finding(RuleCatalog.Find("DG5003")!)), "nothing is named");
    }

    [TestMethod]
    public void Every_finding_of_the_fixtures_has_BuildKits_words()
    {
        var mute = new List<string>();
        var spoken = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(RulePlaces.Fixtures, "*.Dockerfile", SearchOption.AllDirectories))
        {
            var lint = LintCase.Parse(File.ReadAllBytes(file));
            if (lint.Request.Settings.Profile == Profiles.Hadolint) continue;
            foreach (var finding in lint.Lint().Where(finding => finding.Descriptor.BuildKitName is not null))
            {
                if (BuildKitWords.Of(finding) is null) mute.Add($"{finding.Descriptor.Id} in {Path.GetFileName(file)}");
                else spoken.Add(finding.Descriptor.BuildKitName!);
            }
        }

        Assert.AreEqual("", string.Join('\n', mute));
        Assert.IsGreaterThan(15, spoken.Count);
    }

    [TestMethod]
    [DataRow(
        "DG5003",
        "a\\b \"c\"",
        "Relative workdir \"a\\\\b \\\"c\\\"\" can have unexpected results if the base image changes")]
    [DataRow("DG5010", "name", "Usage of undefined variable '$x' (did you mean $name?)")]
    [DataRow("DG1006", "NAME", "FROM argument 'x' is not declared (did you mean NAME?)")]
    public void Sentence_is_made_of_the_values(string rule, string second, string expected) =>
        Assert.AreEqual(expected, BuildKitWords.Of(Finding(RuleCatalog.Find(rule)!, "x", second)));

    [TestMethod]
    public void Findings_that_say_the_same_are_one()
    {
        var rule = new Twice();
        var request = new LintRequest(
            Dockerfile.Parse("FROM a:1\n"), LintCase.Path, new RuleSettings(), new RuleSet("test", [rule]));

        Assert.HasCount(1, FileCheck.Run(request).Findings);
    }

    private static Diagnostic Finding(RuleDescriptor rule, params string[] values) =>
        new(rule, Severity.Warning, "something is found", LintCase.Path, Place) { Values = new ValueList(values) };

    private sealed class Twice : FileRule
    {
        public override RuleDescriptor Descriptor { get; } = new("DG9903Twice", "a test", Severity.Warning);

        public override void Check(Dockerfile file, FileContext context)
        {
            for (var i = 0; i < 2; i++) context.Report(Place, "something is found", values: ["a"]);
        }
    }
}
