using System.IO;
using System.Linq;

namespace DockerGuard.Checks.Tests;

[TestClass]
public sealed class BaselineTests
{
    private const string Waiver = """
        waivers:
          - rule: DG5001
            reason: the archives are unpacked
            owner: team-web
            expires: 2027-01-31
        """;

    [TestMethod]
    public void What_is_accepted_is_silenced_and_what_is_new_is_not()
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR app\n");
        var baseline = project.Accept();
        Assert.AreEqual(
            "", DockerfileCheckTests.Codes(DockerfileCheck.Run(project.Input() with { Baseline = baseline })));

        project.WithDockerfile("WORKDIR app\nUSER root\n");
        var verdict = DockerfileCheck.Run(project.Input() with { Baseline = baseline });
        Assert.AreEqual("DG2001", DockerfileCheckTests.Codes(verdict));
        Assert.AreEqual(
            "Dockerfile: 1 error; 1 silenced by the baseline; no policy (recommended, level 1), "
                + "baseline dockerguard.baseline.yml",
            verdict.Summary);
    }

    [TestMethod]
    public void Writing_says_what_is_accepted()
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR app\n");
        var baseline = new BaselineInput(project["dockerguard.baseline.yml"]) { Write = CheckedProject.Write };
        string Note() => DockerfileCheck.Run(project.Input() with { Baseline = baseline }).Notes.Single();

        Assert.AreEqual("dockerguard.baseline.yml now accepts 1 finding of this project", Note());
        Assert.AreEqual("dockerguard.baseline.yml still accepts 1 finding of this project", Note());
        project.WithDockerfile("WORKDIR app\nUSER root\n");
        Assert.AreEqual("dockerguard.baseline.yml now accepts 2 findings of this project", Note());
    }

    [TestMethod]
    public void What_is_mended_is_told()
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR app\n");
        var baseline = project.Accept();
        project.WithDockerfile("WORKDIR /app\n");

        Assert.AreEqual(
            "1 entry of dockerguard.baseline.yml matches nothing any more; dotnet build -t:DockerGuardBaseline takes "
                + "it out",
            DockerfileCheck.Run(project.Input() with { Baseline = baseline }).Notes.Single());
    }

    [TestMethod]
    public void Several_that_are_mended_are_told_as_several()
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR app\nUSER root\n");
        var baseline = project.Accept();
        project.WithDockerfile("WORKDIR /app\n");

        Assert.AreEqual(
            "2 entries of dockerguard.baseline.yml match nothing any more; dotnet build -t:DockerGuardBaseline takes "
                + "them out",
            DockerfileCheck.Run(project.Input() with { Baseline = baseline }).Notes.Single());
    }

    [TestMethod]
    [DataRow("# dockerguard ignore=DG5001\nADD . /src\nADD . /src\n", "", DisplayName = "a comment, on one of two")]
    [DataRow("# hadolint ignore=DL3020\nADD . /src\n# hadolint ignore=DL3020\nADD . /src\n", "",
        DisplayName = "comments of hadolint")]
    [DataRow("ADD . /src\nADD . /src\n", Waiver, DisplayName = "a waiver")]
    public void What_somebody_silences_before_the_baseline_is_not_mended(string instructions, string policy)
    {
        using var project = new CheckedProject().WithDockerfile("ADD . /src\nADD . /src\n");
        var baseline = project.Accept();
        project.WithDockerfile(instructions).With(".dockerguard.yml", policy);
        var verdict = DockerfileCheck.Run(project.Input() with { Baseline = baseline });

        Assert.AreEqual("", DockerfileCheckTests.Codes(verdict));
        Assert.IsEmpty(verdict.Notes);
    }

    [TestMethod]
    public void A_baseline_that_cannot_be_read_says_nothing_of_the_findings()
    {
        using var project = new CheckedProject()
            .WithDockerfile("WORKDIR app\n")
            .With("dockerguard.baseline.yml", "a: b");
        var verdict = DockerfileCheck.Run(
            project.Input() with { Baseline = new BaselineInput(project["dockerguard.baseline.yml"]) });

        Assert.AreEqual("DG0018", DockerfileCheckTests.Codes(verdict));
        Assert.IsNull(verdict.Summary);
        Assert.IsFalse(verdict.IsClean);
    }

    [TestMethod]
    public void A_baseline_that_cannot_be_written_is_an_error_with_its_name()
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR app\n");
        var baseline =
            new BaselineInput(project["b.yml"]) { Write = (_, _) => new WriteResult(false, "another build holds it") };
        var finding = DockerfileCheck.Run(project.Input() with { Baseline = baseline }).Reported.Single();

        Assert.AreEqual(
            "DG0011 'b.yml' cannot be written: another build holds it", $"{finding.Descriptor.Id} {finding.Message}");
        Assert.IsFalse(File.Exists(project["b.yml"]));
    }
}
