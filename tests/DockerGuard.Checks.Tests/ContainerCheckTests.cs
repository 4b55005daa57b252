using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks.Tests;

[TestClass]
public sealed class ContainerCheckTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [TestMethod]
    public void The_summary_says_what_will_be_pushed()
    {
        using var project = new CheckedProject();
        var verdict = ContainerCheck.Run(Input(project, user: "1654"));

        Assert.AreEqual(
            "2 labels, user 1654, ports 8080, base pinned to sha256:0123456789ab, 0 findings; "
                + "no policy (recommended, level 1)",
            verdict.Verdict.Summary);
        Assert.AreEqual(Digest, verdict.PinnedDigest);
        Assert.AreEqual("", DockerfileCheckTests.Codes(verdict.Verdict));
    }

    /// <summary>The SDK writes the digest of the base while it builds the image.</summary>
    [TestMethod]
    [DataRow("base.digest", null, true, "")]
    [DataRow("base.digest", "false", true, "DG6001")]
    [DataRow("base.digest", null, false, "DG6001")]
    [DataRow("base.nobody", null, true, "DG6001")]
    public void What_the_SDK_writes_last_is_judged_as_there(
        string label, string? isSwitchedOn, bool generatesLabels, string expected)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", $"labels: {{required: [org.opencontainers.image.{label}]}}");
        var input = Input(project);
        if (isSwitchedOn is not null)
        {
            input = input with
            {
                Project = input.Project.With("ContainerGenerateLabelsImageBaseDigest", isSwitchedOn),
            };
        }

        var verdict = ContainerCheck.Run(
            input with { Container = input.Container with { GeneratesLabels = generatesLabels } });
        Assert.AreEqual(expected, DockerfileCheckTests.Codes(verdict.Verdict));
        var coming = expected.Length == 0 || label == "base.nobody" ? 1 : 0;
        StringAssert.StartsWith(verdict.Verdict.Summary, $"{verdict.Labels!.Count + coming} labels, ");
        Assert.IsFalse(verdict.Labels.Any(one => one.Key.EndsWith("base.digest", System.StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_finding_is_where_the_project_causes_it()
    {
        using var project = new CheckedProject();
        var verdict = ContainerCheck.Run(Input(project, user: "root")).Verdict;

        var finding = verdict.Reported.Single();
        Assert.AreEqual(("DG2001", project.ProjectFile), (finding.Descriptor.Id, finding.File));
        Assert.IsTrue(verdict.HasErrors);
        StringAssert.StartsWith(
            verdict.Summary, "2 labels, user root, ports 8080, base pinned to sha256:0123456789ab, 1 error; ");
    }

    [TestMethod]
    public void NoWarn_and_waivers_silence_here_too()
    {
        using var project = new CheckedProject();
        project.Warnings = new ProjectWarnings(project.ProjectFile, "DG2001");
        Assert.AreEqual(
            SilencedBy.NoWarn,
            ContainerCheck.Run(Input(project, user: "root")).Verdict.Suppressed.Single().SuppressedBy!.By);

        project.With(".dockerguard.yml", "waivers: [{rule: DG2001, reason: r, owner: o, expires: 2027-12-31}]");
        Assert.AreEqual(
            SilencedBy.Waiver,
            ContainerCheck.Run(Input(project, user: "root")).Verdict.Suppressed.Single().SuppressedBy!.By);
    }

    [TestMethod]
    [DataRow(false, "DG0008")]
    [DataRow(true, "")]
    public void A_waiver_is_told_once_a_build(bool isTold, string expected)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", "waivers: [{rule: DG2001, reason: r, owner: o, expires: 2026-11-23}]");
        Assert.AreEqual(
            expected,
            DockerfileCheckTests.Codes(ContainerCheck.Run(Input(project) with { WaiversAreTold = isTold }).Verdict));
    }

    [TestMethod]
    public void A_registry_that_does_not_answer_ends_the_check()
    {
        using var project = new CheckedProject();
        var verdict = ContainerCheck.Run(
            Input(project, "root") with { ReadBase = _ => Task.FromResult(BaseReading.Failed("no answer")) });

        Assert.AreEqual("DG0009", DockerfileCheckTests.Codes(verdict.Verdict));
        Assert.IsNull(verdict.Labels);
        Assert.IsNull(verdict.PinnedDigest);
        StringAssert.StartsWith(verdict.Verdict.Summary, "image not judged, 1 error; no policy (");
    }

    [TestMethod]
    [DataRow("rules: {DG1001: warning}", "DG1001 DG0009")]
    [DataRow("rules: {DG1001: off}", "DG0009")]
    [DataRow("waivers: [{rule: DG1001, reason: r, owner: o, expires: 2027-01-01}]", "DG0009")]
    public void A_registry_that_is_not_trusted_is_sent_no_credentials_where_it_may_pass(string policy, string codes)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", policy + "\nregistries: {trusted: [registry.contoso.com]}");
        var isTrusted = true;
        var verdict = ContainerCheck.Run(Input(project) with
        {
            ReadBase = withCredentials =>
            {
                isTrusted = withCredentials;
                return Task.FromResult(BaseReading.Failed("no answer"));
            },
        });

        Assert.IsFalse(isTrusted);
        CollectionAssert.AreEquivalent(
            codes.Split(' '), verdict.Verdict.Reported.Select(finding => finding.Descriptor.Id).ToArray());
        StringAssert.EndsWith(
            verdict.Verdict.Reported.Single(finding => finding.Descriptor.Id == "DG0009").Message,
            "no answer; a registry that the policy does not trust is sent no credentials");
    }

    [TestMethod]
    public void A_policy_may_let_the_catalogue_answer_instead()
    {
        using var project = new CheckedProject().With(".dockerguard.yml", "rules: {DG0009: warning}");
        var verdict = ContainerCheck.Run(
            Input(project, user: "1654") with { ReadBase = _ => Task.FromResult(BaseReading.Failed("no answer")) });

        Assert.AreEqual("DG0009", DockerfileCheckTests.Codes(verdict.Verdict));
        StringAssert.StartsWith(
            verdict.Verdict.Summary,
            "2 labels, user 1654, ports 8080, base not pinned, 1 warning; policy .dockerguard.yml (");
    }

    [TestMethod]
    public void A_broken_policy_asks_no_registry()
    {
        using var project = new CheckedProject().With(".dockerguard.yml", "profil: strict");
        var verdict = ContainerCheck.Run(
            Input(project) with { ReadBase = _ => throw new AssertFailedException("the registry was asked") });

        Assert.AreEqual("DG0003", DockerfileCheckTests.Codes(verdict.Verdict));
        Assert.IsNull(verdict.Labels);
    }

    private static ContainerCheckInput Input(CheckedProject project, string? user = "1654") => new()
    {
        Policy = project.Policy,
        Warnings = project.Warnings ?? new ProjectWarnings(project.ProjectFile),
        Container = new ContainerFacts
        {
            ProjectFile = project.ProjectFile,
            BaseImage = ImageReference.Parse(CheckedProject.Base),
            User = user,
            Ports = [new("8080", "tcp")],
            Labels = [new("a", "v"), new("b", "v")],
            GeneratesLabels = false,
        },
        Project = project.Input().Project,
        Elements = ProjectElements.Load([]),
        // The base's own labels are no work of this image.
        ReadBase = _ => Task.FromResult(new BaseReading(
            [new(null, new ImageConfig { Labels = new Dictionary<string, string> { ["c"] = "v" } })], Digest)),
    };
}
