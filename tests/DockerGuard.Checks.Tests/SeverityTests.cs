using System.Linq;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks.Tests;

/// <summary>Policy, file and project each have a word about a finding's severity, in this order.</summary>
[TestClass]
public sealed class SeverityTests
{
    private const string Error = "# check=error=true\n";

    [TestMethod]
    [DataRow("", "", Severity.Warning, DisplayName = "the profile")]
    [DataRow("rules: {DG5003: info}", "", Severity.Info, DisplayName = "the policy")]
    [DataRow("rules: {DG5003: off}", "", null, DisplayName = "the policy switches it off")]
    [DataRow("", Error, Severity.Error, DisplayName = "the file's check options")]
    [DataRow(
        "rules: {DG5003: info}", Error, Severity.Info, DisplayName = "the policy's word stands against the file's")]
    public void Policy_and_file(string policy, string head, Severity? severity) =>
        Assert.AreEqual(severity, SeverityOf(policy, head));

    [TestMethod]
    [DataRow("", "", "", true, "", Severity.Error, DisplayName = "a warning is raised")]
    [DataRow("", "", "", true, "DG5003", Severity.Warning, DisplayName = "unless it is listed")]
    [DataRow("rules: {DG5003: info}", "", "", true, "", Severity.Info, DisplayName = "a message is not")]
    [DataRow("", "", "DL3000", true, "", null, DisplayName = "NoWarn comes before it, by a peer's name too")]
    [DataRow("", Error, "DG5003", false, "", null, DisplayName = "NoWarn takes an error of the file's own")]
    [DataRow(
        "rules: {DG5003: error}", "", "DG5003", false, "", Severity.Error,
        DisplayName = "and none that the policy enforces")]
    [DataRow("rules: {DG5003: warning}", "", "DG5003", false, "", null, DisplayName = "but a warning that it names")]
    public void Project(
        string policy,
        string head,
        string noWarn,
        bool treatsWarningsAsErrors,
        string notAsErrors,
        Severity? severity) =>
        Assert.AreEqual(
            severity,
            SeverityOf(policy, head, project => new(project.ProjectFile, noWarn, treatsWarningsAsErrors, notAsErrors)));

    [TestMethod]
    [DataRow("failure-threshold: warning\n", Severity.Error)]
    [DataRow("failure-threshold: error\n", Severity.Error)]
    [DataRow("failure-threshold: none\n", Severity.Warning)]
    [DataRow("no-fail: true\n", Severity.Warning)]
    [DataRow("override: {info: [DL3000]}\n", Severity.Info)]
    [DataRow("ignored: [DL3000]\n", null)]
    public void Hadolints_configuration(string yaml, Severity? severity)
    {
        using var project = new CheckedProject()
            .WithDockerfile("WORKDIR app\n")
            .With(".hadolint.yaml", yaml)
            .With(".dockerguard.yml", "profile: hadolint");
        var hadolint = new HadolintInput(null, new System.Collections.Generic.Dictionary<string, string>());
        Assert.AreEqual(severity, Found(DockerfileCheck.Run(project.Input() with { Hadolint = hadolint })));
    }

    private static Severity? SeverityOf(
        string policy, string head, System.Func<CheckedProject, ProjectWarnings>? warnings = null)
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR app\n", head).With(".dockerguard.yml", policy);
        project.Warnings = warnings?.Invoke(project);
        return Found(DockerfileCheck.Run(project.Input()));
    }

    private static Severity? Found(Verdict verdict) =>
        verdict.Reported.SingleOrDefault(finding => finding.Descriptor.Id == "DG5003")?.Severity;
}
