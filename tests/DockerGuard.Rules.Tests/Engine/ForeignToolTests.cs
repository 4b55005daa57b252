using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>
/// A foreign tool is a kind of thing: one that the engine has never heard of is asked, named, silenced and missed like
/// ShellCheck.
/// </summary>
[TestClass]
public sealed class ForeignToolTests
{
    private const string Text = "FROM a:1 AS build\nRUN echo $name\nFROM b:1\n";

    private static readonly RuleIndex Names = new(
        [.. RuleCatalog.Descriptors, MadeUpScanner.Instance.Family],
        [.. RuleCatalog.ForeignTools, MadeUpScanner.Instance]);

    [TestMethod]
    public void Findings_stand_at_their_places_under_the_tools_own_codes() =>
        Assert.AreEqual(
            "1 Error VUL-1 package of a:1 has a hole|1 Info VUL-2 old licence|3 Error VUL-1 package of b:1 has a "
                + "hole|3 Info VUL-2 old licence",
            Show(Lint(Text, new MadeUpChecker()).Findings));

    [TestMethod]
    public void Two_tools_do_not_know_of_each_other()
    {
        var request = Request(Text, new RuleSettings(), new MadeUpChecker(), new UnassignedChecker());
        var findings = FileCheck.Run(request).Findings;

        Assert.AreEqual(
            "VUL-1 VUL-2 SC2154 VUL-1 VUL-2", string.Join(' ', findings.Select(finding => finding.Descriptor.Key)));
    }

    [TestMethod]
    public void Image_of_a_project_is_looked_at_too()
    {
        var origin = new FileOrigin("/repository/Web.csproj", new SourceSpan(9, 5, 9, 8));
        var image = new ImageModel
        {
            FixOrigin = origin,
            UsedImages = [new UsedImage { Written = "base:1", Origin = origin }],
        };
        var checker = new MadeUpChecker();
        var result = Linter.CheckImage(
            image,
            new RuleSettings(),
            rules: [new DG9902MadeUpFinding()],
            foreignCheckers: [checker, new UnassignedChecker()]);

        Assert.AreEqual("base:1", checker.Inputs.Single());
        Assert.AreEqual("9 Error VUL-1 package of base:1 has a hole|9 Info VUL-2 old licence", Show(result.Findings));
    }

    [TestMethod]
    [DataRow("VUL-1", "DG9902", "VUL-1")]
    [DataRow("vul-77", "DG9902", "VUL-77")]
    [DataRow("DG9902", "DG9902", "DG9902")]
    [DataRow("SC2086", "DG5032", "SC2086")]
    [DataRow("VUL", null, null)]
    public void Codes_are_names_of_rules(string name, string? id, string? key)
    {
        var rule = Names.FindAll(name).SingleOrDefault();

        Assert.AreEqual((id, key), (rule?.Id, rule?.Key));
        Assert.AreEqual(rule, Names.Find(name));
        Assert.AreEqual(id == "DG9902", rule is not null && Names.ToolOf(rule) == MadeUpScanner.Instance);
    }

    [TestMethod]
    [DataRow("VUL-1", Severity.Off, "Info VUL-2")]
    [DataRow("VUL-1", Severity.Info, "Info VUL-1,Info VUL-2")]
    [DataRow("DG9902", Severity.Off, "")]
    [DataRow("DG9902", Severity.Warning, "Warning VUL-1,Warning VUL-2")]
    [DataRow("SC2154", Severity.Error, "Error VUL-1,Info VUL-2")]
    public void Policy_names_one_code_or_all(string key, Severity severity, string expected)
    {
        var settings = new RuleSettings { Severities = new Dictionary<string, Severity> { [key] = severity } };
        var findings = Lint("FROM a:1\n", new MadeUpChecker(), settings).Findings;

        Assert.AreEqual(
            expected, string.Join(',', findings.Select(finding => $"{finding.Severity} {finding.Descriptor.Key}")));
    }

    [TestMethod]
    public void Threshold_is_that_of_one_family()
    {
        RuleSettings From(string family) =>
            new() { FailsFrom = new Dictionary<string, Severity> { [family] = Severity.Info } };

        Assert.AreEqual("Error,Error", Severities(From("DG9902")));
        Assert.AreEqual("Error,Info", Severities(From("DG5032")));

        string Severities(RuleSettings settings) =>
            string.Join(
                ',', Lint("FROM a:1\n", new MadeUpChecker(), settings).Findings.Select(finding => finding.Severity));
    }

    [TestMethod]
    public void Comment_silences_a_code_and_is_stale_only_where_the_tool_has_run()
    {
        const string text = "# dockerguard ignore=VUL-1 known\nFROM a:1\n# hadolint ignore=DG9902\nCOPY . .\n";
        var result = Lint(text, new MadeUpChecker());

        Assert.AreEqual(
            "VUL-1 known", string.Join(
                ' ', result.Suppressed.Select(
                    finding => $"{finding.Descriptor.Key} {finding.SuppressedBy!.Justification}")));
        Assert.AreEqual(1, result.Findings.Count(finding => finding.Descriptor == ToolDiagnostics.UnusedSuppression));
        Assert.IsFalse(Lint(text, new MadeUpChecker(ForeignAnswer.Absent)).Findings
            .Any(finding => finding.Descriptor == ToolDiagnostics.UnusedSuppression));
    }

    [TestMethod]
    public void One_that_is_not_there_is_told_once_for_all_files()
    {
        var absent = Lint(Text, new MadeUpChecker(ForeignAnswer.Absent)).Absent
            .Concat(Lint("FROM a:1\n", new MadeUpChecker(ForeignAnswer.Absent)).Absent)
            .Distinct()
            .Single();
        var finding = absent.ToDiagnostic(new RuleSettings(), Origin.StartOf("/repository/Web.csproj"))!;

        Assert.AreEqual("MadeUp is not installed, so images are not checked", absent.Remark);
        Assert.AreEqual(
            (Severity.Info, "MadeUp is not installed, so the images of this build are not checked"),
            (finding.Severity, finding.Message));
    }

    [TestMethod]
    public void One_that_the_project_names_and_that_is_not_there_is_a_warning()
    {
        var absent = Lint(Text, new MadeUpChecker(ForeignAnswer.Missing("there is no 'madeup'"))).Absent.Single();
        var finding = absent.ToDiagnostic(new RuleSettings(), Origin.StartOf("/repository/Web.csproj"))!;

        Assert.IsNull(absent.Remark);
        Assert.AreEqual(
            (Severity.Warning, "there is no 'madeup', so the images of this build are not checked"),
            (finding.Severity, finding.Message));
    }

    [TestMethod]
    public void One_that_fails_is_a_warning_and_one_that_is_stopped_is_nothing()
    {
        var result = Lint(Text, new MadeUpChecker(ForeignAnswer.Failed("it broke")));

        Assert.AreEqual("1 Warning it broke, so the images of this build are not checked", Show(result.Findings));
        Assert.AreEqual(MadeUpScanner.DidNotScan, result.Findings.Single().Descriptor);
        Assert.IsEmpty(result.Absent);
        Assert.IsEmpty(Lint(Text, new MadeUpChecker(ForeignAnswer.Stopped)).Findings);
    }

    [TestMethod]
    public void What_goes_beyond_its_limit_is_told()
    {
        var checker = new MadeUpChecker();
        var findings = Lint("FROM a:1\nFROM b:1\nFROM c:1\n", checker).Findings;

        Assert.AreEqual("a:1,b:1", string.Join(',', checker.Inputs));
        Assert.AreEqual(
            "MadeUp was given the first 2 images of this file and not the 1 after them",
            findings.Single(finding => finding.Descriptor == MadeUpScanner.DidNotScan).Message);
    }

    [TestMethod]
    public void One_of_which_nothing_is_wanted_is_not_asked()
    {
        var checker = new MadeUpChecker();
        Lint(
            Text,
            checker,
            new RuleSettings { Severities = new Dictionary<string, Severity> { ["DG9902"] = Severity.Off } });
        FileCheck.Run(new LintRequest(
            Dockerfile.Parse(Text), LintCase.Path, new RuleSettings(), RuleSet.Ours)
        { ForeignCheckers = [checker] });

        Assert.IsEmpty(checker.Inputs);
    }

    private static LintResult Lint(string text, MadeUpChecker checker, RuleSettings? settings = null) =>
        FileCheck.Run(Request(text, settings ?? new RuleSettings(), checker));

    private static LintRequest Request(string text, RuleSettings settings, params IForeignChecker[] checkers) =>
        new(
            Dockerfile.Parse(text),
            LintCase.Path,
            settings,
            new RuleSet("test", [new DG5032ShellCheckFinding(), new DG9902MadeUpFinding()]))
        {
            Names = Names,
            ForeignCheckers = checkers,
        };

    private static string Show(IEnumerable<Diagnostic> findings) =>
        string.Join('|', findings.Select(finding => $"{finding.Span.Line} {finding.Severity} {finding.Message}"));
}
