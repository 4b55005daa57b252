using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Testing;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Tests;

[TestClass]
public sealed class DiagnosticReporterTests
{
    private static readonly RuleDescriptor Rule = RuleCatalog.Find("DG2001")!;
    private readonly RecordingEngine _engine = new();

    [TestMethod]
    public void A_finding_carries_place_code_and_help_link()
    {
        Reporter().Report([Finding(Severity.Warning)]);

        var warning = _engine.Warnings.Single();
        Assert.AreEqual("DockerGuard", warning.Subcategory);
        Assert.AreEqual("DG2001", warning.Code);
        Assert.AreEqual(Rule.HelpLink, warning.HelpLink);
        Assert.AreEqual("/src/Dockerfile", warning.File);
        Assert.AreEqual(
            (3, 6, 4, 9), (warning.LineNumber, warning.ColumnNumber, warning.EndLineNumber, warning.EndColumnNumber));
        Assert.AreEqual("{0} is not a format here", warning.Message);
    }

    [TestMethod]
    public void A_finding_in_a_built_image_names_the_image_and_no_line()
    {
        var origin = new ImageOrigin("shop:1.0", null, 3, "/etc/passwd");
        Reporter().Report([new Diagnostic(Rule, Severity.Error, "runs as root", origin)]);

        var error = _engine.Errors.Single();
        Assert.AreEqual("shop:1.0", error.File);
        Assert.AreEqual(
            (0, 0, 0, 0), (error.LineNumber, error.ColumnNumber, error.EndLineNumber, error.EndColumnNumber));
    }

    [TestMethod]
    [DataRow(Severity.Info, 1, 0, 0)]
    [DataRow(Severity.Warning, 0, 1, 0)]
    [DataRow(Severity.Error, 0, 0, 1)]
    [DataRow(Severity.Off, 0, 0, 0)]
    public void Severities_are_MSBuilds(Severity severity, int messages, int warnings, int errors)
    {
        Reporter().Report([Finding(severity)]);
        Assert.AreEqual(
            (messages, warnings, errors), (_engine.Messages.Count, _engine.Warnings.Count, _engine.Errors.Count));
    }

    [TestMethod]
    [DataRow("", 1, DisplayName = "as it is")]
    [DataRow("CS1591;dg2001", 0, DisplayName = "NoWarn by id, in any case")]
    [DataRow("DL3002", 0, DisplayName = "NoWarn by a peer's name")]
    public void NoWarn_silences_an_error_by_default(string noWarn, int errors)
    {
        Reporter(noWarn: noWarn).Report([Finding(Severity.Error)]);
        Assert.HasCount(errors, _engine.Errors);
    }

    [TestMethod]
    public void NoWarn_does_not_silence_what_the_policy_enforces_nor_a_condition_of_the_tool()
    {
        var reporter = Reporter(noWarn: "DG2001;DG0003");
        reporter.Report([Finding(Severity.Error) with { IsSetByPolicy = true }]);
        reporter.Report([new Diagnostic(
            ToolDiagnostics.InvalidPolicy, Severity.Error, "broken", "/src/.dockerguard.yml", SourceSpan.FileStart)]);
        Assert.HasCount(2, _engine.Errors);
    }

    [TestMethod]
    public void TreatWarningsAsErrors_is_followed_with_its_exceptions()
    {
        Reporter(treatWarningsAsErrors: true).Report([Finding(Severity.Warning)]);
        Reporter(treatWarningsAsErrors: true, warningsNotAsErrors: "DG2001").Report([Finding(Severity.Warning)]);
        Reporter(treatWarningsAsErrors: true, noWarn: "DG2001").Report([Finding(Severity.Warning)]);
        Assert.HasCount(1, _engine.Errors);
        Assert.HasCount(1, _engine.Warnings, "only WarningsNotAsErrors leaves a warning");
    }

    /// <summary>MSBuild makes messages of warnings by their code, in its own lists and in its command line's.</summary>
    [TestMethod]
    [DataRow("DG9999", "DG2001 ", 0)]
    [DataRow("DG2001", null, 1)]
    public void What_nobody_silences_is_out_of_reach_of_lists_that_lower(string raised, string? code, int errors)
    {
        var (engine, log) = RaisingEngine.Of(raised);
        var warnings = new ProjectWarnings("/src/Web.csproj", engine: new EngineWarnings(engine));
        new DiagnosticReporter(new TaskLoggingHelper(engine, "Test"), warnings)
            .Report([Finding(Severity.Warning) with { EnforcedBy = "policy.yml" }]);
        Assert.AreEqual(code, log.Warnings.SingleOrDefault()?.Code);
        Assert.HasCount(errors, log.Errors);
    }

    /// <summary>The exit cleans what leaves, whoever forgot to.</summary>
    [TestMethod]
    public void What_leaves_is_printable()
    {
        const string Hostile = "a\r\n::error::\u001b[2K\u202E https://u:p@h.example",
            Shown = "a  ::error::\uFFFD[2K\uFFFD https://***@h.example";
        var reporter = Reporter();
        foreach (var severity in new[] { Severity.Info, Severity.Warning, Severity.Error })
            reporter.Report([new Diagnostic(Rule, severity, Hostile, "/src/" + Hostile, SourceSpan.FileStart)]);
        reporter.Report([Finding(Severity.Warning) with { Message = Hostile, EnforcedBy = "policy.yml" }]);
        reporter.Say(Hostile);
        reporter.Say("diff", "+a\n ::error::x\u001b\n");
        reporter.Print("##[error]\n", isWarning: true);
        CollectionAssert.AreEqual(
            new[] { Shown, "DockerGuard: " + Shown, "DockerGuard: diff\n+a\n \uFFFD:error::x\uFFFD\n" },
            _engine.Messages.Select(message => message.Message).ToArray());
        CollectionAssert.AreEqual(
            new[] { Shown, Shown, "\n#\uFFFD[error]\n" },
            _engine.Warnings.Select(warning => warning.Message).ToArray());
        Assert.AreEqual((Shown, "/src/" + Shown), (_engine.Errors.Single().Message, _engine.Errors.Single().File));
        Assert.AreEqual(Hostile, reporter.Reported[0].Message, "a report has its own exit");
    }

    private static Diagnostic Finding(Severity severity) =>
        new(Rule, severity, "{0} is not a format here", "/src/Dockerfile", new SourceSpan(3, 6, 4, 9));

    private DiagnosticReporter Reporter(
        string? noWarn = null, bool treatWarningsAsErrors = false, string? warningsNotAsErrors = null) =>
        new(
            new TaskLoggingHelper(_engine, "Test"),
            new ProjectWarnings("/src/Web.csproj", noWarn, treatWarningsAsErrors, warningsNotAsErrors));
}
