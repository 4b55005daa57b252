using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Foreign.ShellCheck;

namespace DockerGuard.Checks.Tests;

/// <summary>What a policy enforces nobody else silences or lowers, and whoever tries is told.</summary>
[TestClass]
public sealed class EnforcementTests
{
    private const string Enforced = "enforce: DG5003\nrules: {DG5003: error}\n";

    [TestMethod]
    [DataRow("", "# dockerguard ignore=DG5003\n", "Dockerfile(2): a comment does not silence it")]
    [DataRow("", "# hadolint ignore=DL3000\n", "Dockerfile(2): a comment does not silence it")]
    [DataRow("", "# hadolint global ignore=DL3000\n", "Dockerfile(2): a comment does not silence it")]
    [DataRow("# kics-scan ignore\n", "", "Dockerfile(1): a comment does not silence it")]
    [DataRow(
        "# kics-scan disable=6b376af8-cfe8-49ab-a08d-f32de23661a4\n",
        "",
        "Dockerfile(1): a comment does not silence it")]
    [DataRow("", "# kics-scan ignore-line\n", "Dockerfile(2): a comment does not silence it")]
    [DataRow("# kics-scan ignore-block\n", "", "Dockerfile(1): a comment does not silence it")]
    [DataRow("# checkov:skip=CKV_DOCKER_10:because\n", "", "Dockerfile(1): a comment does not silence it")]
    [DataRow("", "# trivy:ignore:DS-0009\n", "Dockerfile(2): a comment does not silence it")]
    [DataRow("# check=skip=WorkdirRelativePath\n", "", "Dockerfile(1): a check option does not silence it")]
    [DataRow("# check=skip=all\n", "", "Dockerfile(1): a check option does not silence it")]
    [DataRow("", "# check=skip=WorkdirRelativePath\n", "Dockerfile(2): a check option does not silence it")]
    public void A_comment_does_not_silence(string head, string above, string told)
    {
        using var project = new CheckedProject().With(".dockerguard.yml", Enforced);
        var verdict = DockerfileCheck.Run(project.WithDockerfile(above + "WORKDIR app\n", head).Input());
        AssertLoud(verdict, told);
    }

    [TestMethod]
    [DataRow("DG5032", "SC2086", false)]
    [DataRow("SC2086", "SC2086", false)]
    [DataRow("SC2086", "SC2034,2086", false)]
    [DataRow("SC2086", "SC2000-SC2100", false)]
    [DataRow("SC2086", "all", false)]
    [DataRow("all", "SC2086", false)]
    [DataRow("SC2086", "SC2034 shell=bash", false)]
    [DataRow("SC2034", "SC2086", true)]
    [DataRow("DG5003", "all", true)]
    [DataRow("SC2086", "SC2034 disable=SC2086", false)]
    public void A_directive_within_a_script_does_not_keep_an_enforced_code_from_us(
        string enforced, string disabled, bool isKept)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", $"profile: strict\nenforce: {enforced}\n")
            .WithDockerfile($"RUN <<EOF\n# shellcheck disable={disabled}\necho $A\nEOF\n");
        var shellCheck = new ListeningShellCheck();
        DockerfileCheck.Run(project.Input() with { ForeignCheckers = [shellCheck] });

        var script = shellCheck.Inputs.Single();
        Assert.AreEqual(isKept, script.Contains("# shellcheck disable=", StringComparison.Ordinal), script);
        Assert.AreEqual(!isKept, script.Contains("# SHELLCHECK disable=", StringComparison.Ordinal), script);
    }

    /// <summary>hadolint does not look into ONBUILD, and reads names of images with their variables.</summary>
    [TestMethod]
    [DataRow("a.yml", "b.yml")]
    [DataRow("b.yml", "a.yml")]
    public void The_rules_of_each_policy_that_enforces_hold_whatever_set_they_are_of(string first, string second)
    {
        using var project = new CheckedProject()
            .With("a.yml", "profile: hadolint\nenforce: [DL3026, DL3000]\nregistries: {trusted: [mcr.microsoft.com]}\n")
            .With("b.yml", "profile: strict\nenforce: [DG2004, DL3000]\n")
            .With("Dockerfile", "ARG R\nFROM $R/a:1\nONBUILD RUN sudo x\nWORKDIR app\n");
        var found = DockerfileCheck.Run(project.Input() with { Policy = project.Bound(first, second) })
            .Reported.Where(finding => finding.EnforcedBy is not null)
            .Select(finding => $"{finding.Descriptor.Id}({finding.Span.Line}) {finding.EnforcedBy}");

        Assert.AreEqual($"DG1001(2) a.yml, DG2004(3) b.yml, DG5003(4) {first}", string.Join(", ", found));
    }

    [TestMethod]
    [DataRow("DG2004", "", "# hadolint shell=powershell\n", 2)]
    [DataRow("DG2004", "# hadolint shell=pwsh\n", "", 1)]
    [DataRow("DL3004", "", "# hadolint shell = cmd # why\n", 2)]
    [DataRow("DG2004", "# hadolint shell=no-such-shell\n", "", 1)]
    [DataRow("all", "", "# hadolint shell=/usr/bin/python3\n", 2)]
    [DataRow("DG5021", "", "# hadolint shell=/bin/bash -o pipefail -c\n", 2)]
    [DataRow("DG5021", "# HADOLINT: shell: /bin/bash -o pipefail -c\n", "", 1)]
    public void A_comment_does_not_change_the_shell_that_enforced_rules_read(
        string enforced, string head, string above, int line)
    {
        foreach (var profile in new[] { "strict", "hadolint" })
        {
            using var project = new CheckedProject()
                .With(".dockerguard.yml", $"profile: {profile}\nenforce: {enforced}\n")
                .WithDockerfile(above + "RUN sudo x | y\n", head);
            project.Warnings = new ProjectWarnings(project.ProjectFile, "DG0006");
            var reported = DockerfileCheck.Run(project.Input()).Reported;

            var id = enforced == "DG5021" ? enforced : "DG2004";
            Assert.AreEqual(1, reported.Count(finding => finding.Descriptor.Id == id), profile);
            var told = reported.Single(finding => finding is { Descriptor.Id: "DG0006", EnforcedBy: not null }
                && Path.GetFileName(finding.File) == "Dockerfile");
            Assert.AreEqual(
                (line, "the policy '.dockerguard.yml' enforces rules; a comment does not change the shell they read, "
                    + "so write a SHELL instruction"),
                (told.Span.Line, told.Message));
        }
    }

    [TestMethod]
    [DataRow("debian:12", "# escape=`\n", "")]
    [DataRow("debian:12", "ARG OS=windows\n", "")]
    [DataRow("--platform=windows/amd64 debian:12", "", "")]
    [DataRow("registry.example/servercore-tools/debian:12", "", "")]
    [DataRow("debian:nanoserver@sha256:0000000000000000000000000000000000000000000000000000000000000000", "", "")]
    [DataRow("debian:12", "", "SHELL [\"no-such-shell\"]\n")]
    [DataRow("debian:12", "", "SHELL [\"/bin/sh\", \"-c\", \"eval \\\"$1\\\"\", \"pwsh\"]\n")]
    public void Nothing_in_the_file_makes_a_rule_blind_that_reads_scripts(string from, string head, string shell)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", "enforce: DG2004\n")
            .With("Dockerfile", $"{head}FROM {from}\n{shell}RUN sudo x\nRUN <<EOF\n#!/odd\nsudo y\nEOF\n");
        var sudo = DockerfileCheck.Run(project.Input()).Reported.Count(finding => finding.Descriptor.Id == "DG2004");
        Assert.AreEqual(2, sudo);
    }

    [TestMethod]
    [DataRow("enforce: DG5032\n", "rules: {DG0016: off}\n", "DG5032")]
    [DataRow(
        "enforce: [SC2086, sc2154]\nrules: {DG5032: off, SC2086: warning, SC2154: error}\n",
        "rules: {DG0016: off}\n",
        "SC2086, SC2154")]
    [DataRow("enforce: SC2086\n", "profile: buildkit\n", "SC2086")]
    [DataRow("enforce: all\n", "", "DG5032")]
    public void A_ShellCheck_that_an_enforced_rule_needs_is_missed_aloud(string policy, string nearer, string rules)
    {
        foreach (var answer in new[]
        {
            ForeignAnswer.SwitchedOff("ShellCheck is switched off by X"), ForeignAnswer.Absent,
            ForeignAnswer.Missing("there is no 'x'"), ForeignAnswer.Failed("'x' ended with exit code 7"),
        })
        {
            using var project = new CheckedProject()
                .With("base.yml", policy)
                .With(".dockerguard.yml", "extends: base.yml\n" + nearer)
                .WithDockerfile("RUN true\n");
            project.Warnings = new ProjectWarnings(project.ProjectFile, "DG0016");
            var verdict = DockerfileCheck.Run(
                project.Input() with { ForeignCheckers = [new SilentShellCheck(answer)] });

            var told = verdict.Reported.Single(finding => finding.Descriptor.Id == "DG0016");
            Assert.AreEqual((Severity.Warning, "base.yml"), (told.Severity, told.EnforcedBy));
            Assert.AreEqual(
                (answer.Problem ?? "ShellCheck is not installed")
                    + $", and the policy 'base.yml' enforces {rules}, so the scripts of RUN are not checked",
                told.Message);
            Assert.AreEqual(
                answer.Presence == ForeignPresence.SwitchedOff,
                verdict.Summary!.Contains("; ShellCheck is off;", StringComparison.Ordinal));
        }
    }

    [TestMethod]
    public void Of_a_comment_for_several_rules_only_what_is_enforced_comes_back()
    {
        using var project = new CheckedProject().With(".dockerguard.yml", Enforced);
        project.WithDockerfile("# dockerguard ignore=DG5003,DG2004\nWORKDIR app\nRUN sudo x\n");
        project.WithDockerfile("# check=skip=all\nWORKDIR app\n", "# kics-scan ignore\n");
        var verdict = DockerfileCheck.Run(project.Input());
        Assert.AreEqual(2, verdict.Reported.Count(finding => finding.Descriptor.Id == "DG0006"), "both have tried");
        Assert.AreEqual(1, verdict.Reported.Count(finding => finding.Descriptor.Id == "DG5003"));
    }

    [TestMethod]
    public void A_build_argument_does_not_silence()
    {
        using var project = new CheckedProject().With(".dockerguard.yml", Enforced).WithDockerfile("WORKDIR app\n");
        var input = project.Input();
        var arguments = new Dictionary<string, string> { ["BUILDKIT_DOCKERFILE_CHECK"] = "skip=all" };
        var verdict = DockerfileCheck.Run(
            input with { Files = [input.Files[0] with { BuildArguments = arguments }] });
        AssertLoud(verdict, "Dockerfile(1): a check option does not silence it");
    }

    [TestMethod]
    [DataRow("DG5003")]
    [DataRow("DL3000;DG2006")]
    [DataRow("WorkdirRelativePath,CS1591")]
    public void NoWarn_does_not_silence(string noWarn)
    {
        foreach (var policy in new[] { Enforced, "enforce: DG5003\nrules: {DG5003: warning}\n", "enforce: all\n" })
        {
            using var project = new CheckedProject().With(".dockerguard.yml", policy).WithDockerfile("WORKDIR app\n");
            project.Warnings = new ProjectWarnings(project.ProjectFile, noWarn);
            AssertLoud(DockerfileCheck.Run(project.Input()), "Web.csproj(1): NoWarn does not silence it");
        }
    }

    [TestMethod]
    public void A_baseline_neither_silences_nor_accepts()
    {
        using var project = new CheckedProject().WithDockerfile("WORKDIR app\nRUN sudo x\n");
        var baseline = project.Accept();
        var before = File.ReadAllText(baseline.Path);
        StringAssert.Contains(before, "DG5003");
        project.With(".dockerguard.yml", Enforced);
        AssertLoud(
            DockerfileCheck.Run(project.Input() with { Baseline = baseline }),
            "dockerguard.baseline.yml(1): a baseline does not silence it");

        var verdict = DockerfileCheck.Run(
            project.Input() with { Baseline = baseline with { Write = CheckedProject.Write } });
        Assert.IsFalse(File.ReadAllText(baseline.Path).Contains("DG5003", StringComparison.Ordinal));
        StringAssert.Contains(File.ReadAllText(baseline.Path), "DG2004");
        CollectionAssert.Contains(
            verdict.Notes.ToArray(), "1 finding is not accepted, for the policy enforces its rule");
        Assert.IsTrue(verdict.HasErrors);
    }

    [TestMethod]
    [DataRow("ignored: [DL3000]\n", ".hadolint.yaml(1)")]
    [DataRow("override:\n  info: [DL3000]\n", ".hadolint.yaml(2)")]
    [DataRow("no-fail: true\n", ".hadolint.yaml(1)")]
    [DataRow("failure-threshold: none\n", ".hadolint.yaml(1)")]
    public void Hadolints_file_neither_silences_nor_lowers(string yaml, string place)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", "profile: hadolint\nenforce: DL3000\n")
            .With(".hadolint.yaml", yaml)
            .WithDockerfile("WORKDIR app\n");
        var verdict = DockerfileCheck.Run(project.Input() with { Hadolint = CheckedProject.Hadolint });
        AssertLoud(verdict, $"{place}: hadolint's configuration does not silence it");
    }

    [TestMethod]
    [DataRow("HADOLINT_IGNORE", "DL3000")]
    [DataRow("HADOLINT_OVERRIDE_STYLE", "DL3000")]
    [DataRow("HADOLINT_NOFAIL", "1")]
    [DataRow("HADOLINT_FAILURE_THRESHOLD", "ignore")]
    public void Hadolints_variables_neither_silence_nor_lower(string variable, string value)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", "profile: hadolint\nenforce: DL3000\n")
            .WithDockerfile("WORKDIR app\n");
        var hadolint = new HadolintInput(null, new Dictionary<string, string> { [variable] = value });
        AssertLoud(
            DockerfileCheck.Run(project.Input() with { Hadolint = hadolint }),
            $"Web.csproj(1): the environment variable {variable} does not silence it");
    }

    [TestMethod]
    public void What_hadolints_configuration_takes_away_is_counted_and_told_by_line()
    {
        using var project = new CheckedProject()
            .With(".hadolint.yaml", "ignored:\n  - DL3004\noverride:\n  info:\n    - DL3000\n")
            .WithDockerfile("WORKDIR app\nRUN sudo x\n");
        var verdict = DockerfileCheck.Run(project.Input() with { Hadolint = CheckedProject.Hadolint });
        var silenced = verdict.Suppressed.Single().SuppressedBy!;
        Assert.AreEqual((SilencedBy.Hadolint, ".hadolint.yaml", 2), At(silenced));
        var lowered = verdict.Reported.Single(finding => finding.Descriptor.Id == "DG5003");
        Assert.AreEqual(Severity.Info, lowered.Severity);
        Assert.AreEqual((SilencedBy.Hadolint, ".hadolint.yaml", 5), At(lowered.LoweredBy!));
        StringAssert.EndsWith(
            verdict.Summary,
            "; 1 silenced by hadolint's configuration; 1 lowered by hadolint's configuration; "
                + "no policy (recommended, level 1), hadolint's .hadolint.yaml");
    }

    [TestMethod]
    public void A_waiver_of_the_policy_that_enforces_counts_and_by_the_real_day()
    {
        const string policy = Enforced
            + "waivers: [{rule: DG5003, reason: r, owner: o, expires: 2026-11-30}]\n";
        Assert.AreEqual("DG0008", Codes(policy, CheckedProject.Today));
        Assert.AreEqual("DG0007 DG5003", Codes(policy, new DateTime(2026, 12, 1)));
        Assert.AreEqual("DG0008", Codes(policy.Replace("enforce: DG5003\n", ""), new DateTime(2026, 12, 1)));
    }

    [TestMethod]
    public void An_end_of_life_does_not_move_with_the_day_somebody_asks_for()
    {
        const string old = "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nENTRYPOINT [\"a\"]\n";
        foreach (var (policy, expected) in new[] { ("enforce: DG1005\n", true), ("", false) })
        {
            using var project = new CheckedProject { RealDay = new DateTime(2030, 1, 1) };
            project.With(".dockerguard.yml", policy).With("Dockerfile", old);
            var codes = DockerfileCheck.Run(project.Input()).Reported.Select(finding => finding.Descriptor.Id);
            Assert.AreEqual(expected, codes.Contains("DG1005"), policy);
        }
    }

    [TestMethod]
    [DataRow("hadolint")]
    [DataRow("buildkit")]
    public void Another_profile_of_a_nearer_policy_does_not_switch_the_rule_off(string profile)
    {
        using var project = new CheckedProject()
            .With("base.yml", "enforce: all\n")
            .With(".dockerguard.yml", $"extends: base.yml\nprofile: {profile}\n")
            .With("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER root\nENTRYPOINT [\"a\"]\n");
        var root = DockerfileCheck.Run(project.Input()).Reported.Single(finding => finding.Descriptor.Id == "DG2001");
        Assert.AreEqual((Severity.Error, "base.yml"), (root.Severity, root.EnforcedBy));
    }

    private static void AssertLoud(Verdict verdict, string told)
    {
        var finding = verdict.Reported.Single(finding => finding.Descriptor.Id == "DG5003");
        Assert.IsTrue(finding.Severity >= Severity.Warning, $"{finding.Severity}");
        Assert.AreEqual(".dockerguard.yml", finding.EnforcedBy);
        var note = verdict.Reported.Single(finding =>
            finding.Descriptor == ToolDiagnostics.InvalidSuppression && finding.EnforcedBy is not null);
        var (place, sentence) = (told.Split(": ")[0], told.Split(": ")[1]);
        Assert.AreEqual(place, $"{Path.GetFileName(note.File)}({note.Span.Line})");
        StringAssert.StartsWith(note.Message, "the policy '.dockerguard.yml' enforces DG");
        StringAssert.Contains(note.Message, "DG5003");
        StringAssert.Contains(note.Message, ", so ask for a waiver in it; ");
        StringAssert.EndsWith(note.Message.Replace("them", "it", StringComparison.Ordinal), sentence);
        Assert.IsFalse(verdict.Suppressed.Any(silenced => silenced.Descriptor.Id == "DG5003"));
    }

    private static (SilencedBy By, string File, int Line) At(Suppression by) =>
        (by.By, Path.GetFileName(by.Place.Artifact), ((FileOrigin)by.Place).Span.Line);

    private static string Codes(string policy, DateTime realDay)
    {
        using var project = new CheckedProject { RealDay = realDay };
        project.With(".dockerguard.yml", policy).WithDockerfile("WORKDIR app\n");
        var reported = DockerfileCheck.Run(project.Input()).Reported;
        return string.Join(" ", reported.Select(finding => finding.Descriptor.Id).Order());
    }

    [TestMethod]
    [DataRow("#\u00A0shellcheck disable=SC2086")]
    [DataRow("# shellcheck\u00A0disable=all")]
    [DataRow("#\t\u2003shellcheck source=x disable=SC2000-SC2100")]
    [DataRow("# shellcheck shell=bash")]
    [DataRow("echo a # shellcheck disable=SC2086")]
    public void Whatever_may_be_taken_for_a_directive_is_one(string comment)
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", "profile: strict\nenforce: SC2086\n")
            .WithDockerfile($"RUN <<EOF\n{comment}\necho $A\nEOF\n");
        var shellCheck = new ListeningShellCheck();
        DockerfileCheck.Run(project.Input() with { ForeignCheckers = [shellCheck] });

        StringAssert.Contains(
            shellCheck.Inputs.Single(), comment.Replace("shellcheck", "SHELLCHECK", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Codes_that_are_enforced_one_by_one_are_counted()
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", "profile: strict\nenforce: [SC2086, SC2154, DG2001]\n")
            .WithDockerfile("RUN true\n");

        StringAssert.Contains(DockerfileCheck.Run(project.Input()).Summary, ", 3 rules enforced)");
    }

    [TestMethod]
    public void A_variable_of_hadolint_that_tries_is_named()
    {
        using var project = new CheckedProject()
            .With(".dockerguard.yml", "profile: hadolint\nenforce: DL3000\n")
            .WithDockerfile("WORKDIR app\n");
        var hadolint = new HadolintInput(null, new Dictionary<string, string> { ["HADOLINT_IGNORE"] = "DL3000" });
        var verdict = DockerfileCheck.Run(project.Input() with { Hadolint = hadolint });

        Assert.IsTrue(verdict.Reported.Any(finding => finding.Message.EndsWith(
            "the environment variable HADOLINT_IGNORE does not silence it", StringComparison.Ordinal)));
        StringAssert.EndsWith(verdict.Summary, ", HADOLINT_IGNORE");
    }

    private sealed class SilentShellCheck(ForeignAnswer answer) : IForeignChecker
    {
        public ForeignTool Tool => ShellCheckTool.Instance;

        public Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs) => Task.FromResult(answer);
    }

    private sealed class ListeningShellCheck : IForeignChecker
    {
        public List<string> Inputs { get; } = [];

        public ForeignTool Tool => ShellCheckTool.Instance;

        public Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs)
        {
            Inputs.AddRange(inputs);
            return Task.FromResult(ForeignAnswer.Of([]));
        }
    }
}
