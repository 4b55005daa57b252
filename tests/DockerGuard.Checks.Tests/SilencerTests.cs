using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks.Silencers;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks.Tests;

/// <summary>Who stands nearest to a finding silences it, and is named for it.</summary>
[TestClass]
public sealed class SilencerTests
{
    private const string Waiver =
        "waivers:\n  - {rule: DG5003, reason: by the waiver, owner: team, expires: 2027-12-31}\n";

    public static IEnumerable<object[]> Pairs =>
        from first in System.Enum.GetValues<SilencedBy>()
        from second in System.Enum.GetValues<SilencedBy>()
        where first <= second
        select new object[] { first, second };

    [TestMethod]
    public void The_list_names_everybody_in_order() =>
        Assert.AreEqual(
            "comments, check options, hadolint's configuration, waivers, baseline, NoWarn, echoes of parse errors",
            string.Join(", ", SilencerList.All.Select(silencer => silencer.Name)));

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public void Of_two_silencers_the_first_is_credited(SilencedBy first, SilencedBy second)
    {
        using var project = new CheckedProject();
        var verdict = Run(project, first, second);

        var finding = verdict.Suppressed.Single(finding => finding.Descriptor.Id == "DG5003");
        Assert.AreEqual(first, finding.SuppressedBy!.By);
        Assert.IsFalse(verdict.Reported.Any(reported => reported.Descriptor.Id == "DG5003"));
    }

    [TestMethod]
    public void Every_silencer_tells_where_it_stands()
    {
        var places = new List<string>();
        foreach (var silencer in System.Enum.GetValues<SilencedBy>())
        {
            using var project = new CheckedProject();
            var by = Run(project, silencer, silencer).Suppressed.Single().SuppressedBy!;
            places.Add($"{by.By} {System.IO.Path.GetFileName(by.Place.Artifact)}({((FileOrigin)by.Place).Span.Line}): "
                + by.Justification);
        }

        Assert.AreEqual(
            """
            Comment Dockerfile(2): by the comment
            CheckOption Dockerfile(1): by the option
            Hadolint .hadolint.yaml(1): 'ignored' in hadolint's configuration
            Waiver .dockerguard.yml(2): by the waiver
            Baseline dockerguard.baseline.yml(1): in the baseline
            NoWarn Web.csproj(1): listed in the project's NoWarn
            """.ReplaceLineEndings("\n"),
            string.Join('\n', places));
    }

    [TestMethod]
    public void What_a_rule_explains_is_no_parse_error_too_unless_the_rule_is_silenced()
    {
        using var project = new CheckedProject();
        Assert.AreEqual("DG5024", Codes(project, "FROM scratch\nEXPOSE 80000\n"));
        Assert.AreEqual("DG0001", Codes(project, "FROM scratch\n# dockerguard ignore=DG5024\nEXPOSE 80000\n"));
    }

    [TestMethod]
    public void A_list_of_registries_does_not_hide_why_a_name_is_none()
    {
        using var project = new CheckedProject();
        project.With(".dockerguard.yml", "registries: {trusted: [mcr.microsoft.com]}\n");
        const string text = "FROM scratch\nCOPY --from=evil.example.com/X:1 /a /a\n";
        Assert.AreEqual("DG0001 DG1001", Codes(project, text));
        project.Warnings = new ProjectWarnings(project.ProjectFile, "DG1001");
        Assert.AreEqual("DG0001", Codes(project, text));
    }

    private static string Codes(CheckedProject project, string text) =>
        string.Join(" ", DockerfileCheck.Run(project.With("Dockerfile", text).Input()).Reported
            .Where(finding => finding.Span.Line > 1).Select(finding => finding.Descriptor.Id));

    private static Verdict Run(CheckedProject project, params SilencedBy[] silencers)
    {
        // The baseline is written while nobody else silences the finding.
        project.WithDockerfile("WORKDIR app\n");
        var baseline = silencers.Contains(SilencedBy.Baseline) ? project.Accept() : null;
        var option = silencers.Contains(SilencedBy.CheckOption)
            ? "# check=skip=WorkdirRelativePath // by the option\n"
            : "";
        var comment = silencers.Contains(SilencedBy.Comment) ? "# dockerguard ignore=DG5003 by the comment\n" : "";
        project.WithDockerfile(comment + "WORKDIR app\n", option);
        if (silencers.Contains(SilencedBy.Waiver)) project.With(".dockerguard.yml", Waiver);
        if (silencers.Contains(SilencedBy.NoWarn))
            project.Warnings = new ProjectWarnings(project.ProjectFile, "DG5003");
        if (silencers.Contains(SilencedBy.Hadolint)) project.With(".hadolint.yaml", "ignored: [DL3000]\n");
        return DockerfileCheck.Run(project.Input() with { Baseline = baseline, Hadolint = CheckedProject.Hadolint });
    }
}
