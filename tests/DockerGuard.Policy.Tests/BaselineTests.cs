using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Policy.Baselines;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Tests;

/// <summary>A baseline accepts what was there, and nothing else.</summary>
[TestClass]
public sealed class BaselineTests : IDisposable
{
    private const string Text = "FROM mcr.microsoft.com/dotnet/aspnet:latest\nWORKDIR app\nADD a /a\n";
    private readonly Scratch _scratch = new();

    private string Dockerfile => _scratch.At("src/Dockerfile");

    private string Path => _scratch.At("dockerguard.baseline.yml");

    public void Dispose() => _scratch.Dispose();

    [TestMethod]
    public void What_was_there_is_accepted_and_what_is_new_is_not()
    {
        var baseline = Saved(Accept(Text));
        Assert.IsEmpty(Apply(baseline, Text).Findings);
        Assert.AreEqual("ADD b /b", NewIn(Apply(baseline, Text + "ADD b /b\n"), Text + "ADD b /b\n"));
        Assert.AreEqual(
            "ADD a /a",
            NewIn(Apply(baseline, Text + "ADD a /a\n"), Text + "ADD a /a\n"),
            "a second one of the same kind is new");
    }

    [TestMethod]
    public void Accepted_findings_are_kept_as_suppressed()
    {
        var suppressed = Apply(Accept(Text), Text).Suppressed;
        Assert.IsTrue(suppressed.All(finding =>
            finding.SuppressedBy == new Suppression(SilencedBy.Baseline, Origin.StartOf(Path), "in the baseline")));
        Assert.HasCount(Lint(Text).Findings.Count, suppressed);
    }

    [TestMethod]
    [DataRow(
        "# a comment\n\nFROM mcr.microsoft.com/dotnet/aspnet:latest\nRUN true\nWORKDIR \\\n   app\nADD  a  /a\n",
        DisplayName = "lines and layout")]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:latest\r\nWORKDIR app\r\nADD a /a\r\n", DisplayName = "line ends")]
    public void It_survives(string after) => Assert.IsEmpty(Apply(Accept(Text), after).Findings);

    [TestMethod]
    public void What_is_mended_is_counted_and_goes_with_the_next_writing()
    {
        const string mended = "FROM mcr.microsoft.com/dotnet/aspnet:latest\nWORKDIR /app\nADD a /a\n";
        var baseline = Accept(Text);
        Apply(baseline, mended, out var stale);
        Assert.AreEqual(1, stale);
        Assert.HasCount(baseline.Entries.Count - 1, baseline.Update(Lint(mended), Files(mended), _ => true).Entries);
    }

    [TestMethod]
    public void A_clean_file_empties_its_part()
    {
        const string clean = "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\n";
        Apply(Accept(Text), clean, out var stale);
        Assert.HasCount(stale, Accept(Text).Entries);
        Assert.IsEmpty(Accept(Text).Update(Lint(clean), Files(clean), _ => true).Entries);
    }

    [TestMethod]
    public void Conditions_of_the_tool_are_never_accepted()
    {
        const string broken = Text + "COPPY a /a\n";
        var baseline = Accept(broken);
        Assert.IsFalse(baseline.Entries.Any(entry => entry.Rule.StartsWith("DG0", StringComparison.Ordinal)));
        Assert.AreEqual("DG0001", Apply(baseline, broken).Findings.Single().Descriptor.Id);
    }

    [TestMethod]
    public void Entries_of_other_projects_stay_while_their_files_exist()
    {
        var other = new BaselineEntry("DG1004", "api/Dockerfile", "0123456789abcdef", "m");
        var gone = new BaselineEntry("DG1004", "gone/Dockerfile", "0123456789abcdee", "m");
        _scratch.Write("dockerguard.baseline.yml", Line(other) + Line(gone));
        var baseline = Load();
        Apply(baseline, Text, out var stale);
        Assert.AreEqual(0, stale, "whether they are stale is another project's to say");

        var updated = baseline.Update(Lint(Text), Files(Text), path => path == _scratch.At("api/Dockerfile"));
        Assert.IsTrue(updated.Entries.Contains(other));
        Assert.IsFalse(updated.Entries.Contains(gone));
    }

    [TestMethod]
    public void Text_is_one_sorted_line_a_finding_and_is_read_back()
    {
        var baseline = Accept(Text);
        var text = BaselineText.Write(baseline);
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.HasCount(baseline.Entries.Count + 1, lines);
        StringAssert.StartsWith(lines[1], "- {rule: DG1004, file: \"src/Dockerfile\", fingerprint: \"");
        CollectionAssert.AreEqual(baseline.Entries.ToArray(), Saved(baseline).Entries.ToArray());
        Assert.AreEqual(text, BaselineText.Write(Saved(baseline)));
    }

    [TestMethod]
    [DataRow("quote \" and backslash \\ and 'single'")]
    [DataRow("a tab \t, a line \n, a colour \u001b[0m, a mark \u202e, an emoji \U0001F600")]
    [DataRow("{rule: x} # no comment, & no anchor, * no alias, ! no tag")]
    public void Any_text_is_read_back(string text)
    {
        var finding = new Diagnostic(
            RuleCatalog.Find("DG1004")!,
            Severity.Warning,
            text,
            _scratch.At("src/" + text.Replace('\n', ' ')),
            SourceSpan.FileStart);
        var baseline = Baseline.Empty(Path).Update(new LintResult([finding], []), Files(Text), _ => true);
        Assert.AreEqual(baseline.Entries.Single(), Saved(baseline).Entries.Single());
        Assert.AreEqual(text, Saved(baseline).Entries.Single().Message);
    }

    [TestMethod]
    public void Findings_in_images_are_accepted_and_stay_when_others_are_written()
    {
        var origin = new ImageOrigin("shop:1.0", "sha256:1");
        var finding = new Diagnostic(RuleCatalog.Find("DG2001")!, Severity.Error, "runs as root", origin);
        var noFiles = new Dictionary<string, Dockerfile>();
        var baseline = Saved(Baseline.Empty(Path).Update(new LintResult([finding], []), noFiles, _ => false));
        Assert.AreEqual("image:shop:1.0", baseline.Entries.Single().File);

        var rebuilt = finding with { Origin = new ImageOrigin("shop:1.0", "sha256:2") };
        Assert.HasCount(1, baseline.Apply(new LintResult([rebuilt], []), noFiles, out var stale).Suppressed);
        Assert.AreEqual(0, stale);
        Assert.IsTrue(baseline.Update(Lint(Text), Files(Text), _ => false).Entries.Contains(baseline.Entries.Single()));
    }

    [TestMethod]
    [DataRow("- {rule: DG1004, file: a, fingerprint: b}", "(1,3,1,42): a finding of the baseline has no 'message'")]
    [DataRow("- {rule: DG1004, file: a, fingerprint: b, message: c, why: d}", "(1,55,1,58): unknown key 'why'")]
    [DataRow(
        "- DG1004", "(1,3,1,9): a finding of a baseline is a map with rule, file, fingerprint and message, not text")]
    [DataRow("rule: DG1004", "(1,1,1,13): a baseline is a list of findings, not a map")]
    [DataRow("- {rule: DG1004, file: [a], fingerprint: b, message: c}", "(1,24,1,27): 'file' must be text, not a list")]
    public void A_broken_file_is_an_error_at_its_place(string yaml, string error)
    {
        _scratch.Write("dockerguard.baseline.yml", yaml);
        Assert.IsNull(BaselineText.Load(Path, out var errors));
        Assert.AreEqual(error, string.Join("\n", errors.Select(found => $"{found.Span}: {found.Message}")));
        Assert.IsTrue(
            errors.All(found => found is { Descriptor.Id: "DG0018", Severity: Severity.Error, IsSetByPolicy: true }));
    }

    [TestMethod]
    public void The_marks_of_a_merge_are_an_error()
    {
        _scratch.Write(
            "dockerguard.baseline.yml",
            "<<<<<<< ours\n- {rule: DG1004, file: a, fingerprint: b, message: c}\n=======\n>>>>>>> theirs\n");
        Assert.IsNull(BaselineText.Load(Path, out var errors));
        Assert.IsNotEmpty(errors);
    }

    [TestMethod]
    public void A_file_that_is_not_there_is_an_error()
    {
        Assert.IsNull(BaselineText.Load(Path, out var errors));
        Assert.AreEqual(
            "the baseline does not exist; write it with dotnet build -t:DockerGuardBaseline", errors.Single().Message);
    }

    private static string NewIn(LintResult result, string text) =>
        text.Split('\n')[result.Findings.Single().Span.Line - 1];

    private static string Line(BaselineEntry entry) =>
        $"- {{rule: {entry.Rule}, file: {entry.File}, fingerprint: {entry.Fingerprint}, message: {entry.Message}}}\n";

    private Baseline Accept(string text) => Baseline.Empty(Path).Update(Lint(text), Files(text), _ => true);

    private Baseline Saved(Baseline baseline)
    {
        _scratch.Write("dockerguard.baseline.yml", BaselineText.Write(baseline));
        return Load();
    }

    private Baseline Load()
    {
        var baseline = BaselineText.Load(Path, out var errors);
        Assert.IsEmpty(errors, string.Join("\n", errors));
        return baseline!;
    }

    private LintResult Apply(Baseline baseline, string text) => Apply(baseline, text, out _);

    private LintResult Apply(Baseline baseline, string text, out int stale) =>
        baseline.Apply(Lint(text), Files(text), out stale);

    private Dictionary<string, Dockerfile> Files(string text) =>
        new() { [Dockerfile] = Dockerfiles.Dockerfile.Parse(text) };

    private LintResult Lint(string text) =>
        new(
            Linter.Lint(new LintRequest(
                Dockerfiles.Dockerfile.Parse(text),
                Dockerfile,
                new RuleSettings { Today = Scratch.Today },
                RuleSet.Ours)).Findings.InOrder(), []);
}
