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

    /// <summary>Of a base that nothing is known of, it is not known whether the image runs as root.</summary>
    [TestMethod]
    [DataRow("FROM node:24\nCMD [\"node\", \"a.js\"]", "", Severity.Warning)]
    [DataRow("FROM python:3.14\nCOPY a.py /app/\nCMD python /app/a.py", "", Severity.Warning)]
    [DataRow("FROM python:3.14\nCOPY . /webhooks\nCMD [\"python\", \"/webhooks/run.py\"]", "", Severity.Warning)]
    [DataRow("FROM node:24\nUSER root\nCMD [\"node\", \"a.js\"]", "", Severity.Error)]
    [DataRow("FROM node:24", "rules: {DG2001: error}", Severity.Error)]
    [DataRow("FROM node:24", "profile: cis", Severity.Error)]
    [DataRow("FROM node:24", "profile: strict", Severity.Warning)]
    [DataRow("FROM contoso/base:1\nCOPY out /app\nCMD [\"/app/Web\"]", "", Severity.Error)]
    [DataRow("FROM contoso/base:1\nCOPY out /app\nCMD dotnet /app/Shop.dll", "", Severity.Error)]
    [DataRow(
        "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS b\nRUN dotnet publish -o /a\nFROM alpine:3\nCOPY --from=b /a /a",
        "", Severity.Error)]
    [DataRow("FROM node:24", "", Severity.Error, false)]
    public void A_root_that_only_may_be(string dockerfile, string policy, Severity severity, bool isElsewhere = true)
    {
        using var project = new CheckedProject().With("Dockerfile", dockerfile + "\n");
        if (policy.Length > 0) project.With(".dockerguard.yml", policy);
        var input = project.Input();
        input = input with
        {
            Project = input.Project.With("AssemblyName", "Web").With(
                "MSBuildProjectDirectory", isElsewhere ? project["Web"] : project[""].TrimEnd('/', '\\')),
        };
        Assert.AreEqual(
            severity,
            DockerfileCheck.Run(input).Reported.Single(finding => finding.Descriptor.Id == "DG2001").Severity);
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
