using System.IO;
using System.Linq;

namespace DockerGuard.Checks.Tests;

/// <summary>The summary line names all that had a word in the result.</summary>
[TestClass]
public sealed class SummaryTests
{
    private const string Old = """
        # dockerguard ignore=DG5003
        WORKDIR app
        # check=skip=SecretsUsedInArgOrEnv
        ENV A_TOKEN=1
        ADD a /b/
        MAINTAINER me
        ENV B_TOKEN=1
        USER root

        """;

    [TestMethod]
    public void Everybody_who_silences_is_counted_by_name()
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", """
                enforce: [DG2001, DL3004]
                waivers:
                  - rule: DL4000
                    reason: agreed
                    owner: web
                    expires: 2027-06-01
                """)
            .With(".hadolint.yaml", "ignored: [DL3020]\n")
            .WithDockerfile(Old);
        var baseline = project.Accept();
        project.WithDockerfile(Old + "ENV C_TOKEN=1\n");
        project.Warnings = new ProjectWarnings(project.ProjectFile, "DG3001");
        var verdict = DockerfileCheck.Run(
            project.Input() with { Baseline = baseline, Hadolint = CheckedProject.Hadolint });

        Assert.AreEqual(
            "Dockerfile: 1 error; 6 silenced (1 by a comment, 1 by a check option, 1 by hadolint's configuration, "
                + "1 by a waiver, 1 by the baseline, 1 by NoWarn); policy .dockerguard.yml (recommended, level 1, "
                + "2 rules enforced), baseline dockerguard.baseline.yml, hadolint's .hadolint.yaml",
            verdict.Summary);
    }

    [TestMethod]
    [DataRow("", "policy eng/b.yml (strict, level 1, 2 rules enforced by eng/a.yml, eng/b.yml)")]
    [DataRow(
        "extends: [eng/a.yml, eng/b.yml, eng/c.yml]\n",
        "policy .dockerguard.yml (strict, level 1, 2 rules enforced by eng/a.yml, eng/b.yml)")]
    [DataRow(
        "extends: [eng/a.yml, eng/b.yml]\nenforce: DG2001\n",
        "policy .dockerguard.yml (strict, level 1, 3 rules enforced by eng/a.yml, eng/b.yml, .dockerguard.yml)")]
    public void Every_policy_that_enforces_is_named(string policy, string expected)
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR /app\n");
        Directory.CreateDirectory(project["eng"]);
        project.With("eng/a.yml", "enforce: DG1004\n")
            .With("eng/b.yml", "profile: strict\nenforce: DG5003\n")
            .With("eng/c.yml", "rules: {DG1003: error}\n");
        if (policy.Length > 0) project.With(".dockerguard.yml", policy);
        var verdict = DockerfileCheck.Run(
            project.Input() with { Policy = project.Bound("eng/a.yml", "eng/b.yml") });

        StringAssert.EndsWith(verdict.Summary, "; " + expected);
        CollectionAssert.IsSubsetOf(
            new[] { project["eng/a.yml"], project["eng/b.yml"] }, verdict.Basis!.EnforcedBy.ToArray());
    }

    /// <summary>Another stage and other values may be another image, without the finding.</summary>
    [TestMethod]
    [DataRow("ok", "U=y;T=x", ", stage 'ok', arguments T, U given")]
    [DataRow("0", "T=x", ", stage '0', argument T given")]
    [DataRow("APP", "T=1", "")]
    [DataRow("1", "", "")]
    public void What_the_project_gives_a_build_is_named(string stage, string arguments, string expected)
    {
        using var project = new CheckedProject().With(
            "Dockerfile",
            "ARG T=1\nFROM mcr.microsoft.com/dotnet/aspnet:10.0 AS ok\nARG U\nFROM ok AS app\nUSER root\n");
        var input = project.Input();
        var file = input.Files[0] with
        {
            Stage = stage,
            BuildArguments = arguments.Split(';', System.StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
        };
        StringAssert.EndsWith(
            DockerfileCheck.Run(input with { Files = [file] }).Summary,
            "; no policy (recommended, level 1)" + expected);
    }

    [TestMethod]
    public void Another_day_than_the_real_one_is_named()
    {
        using var project = new CheckedProject { RealDay = CheckedProject.Today.AddDays(1) }
            .WithDockerfile("WORKDIR /app\n");
        StringAssert.EndsWith(
            DockerfileCheck.Run(project.Input()).Summary, "; no policy (recommended, level 1), as if on 2026-11-22");
    }
}
