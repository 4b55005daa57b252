using System.Linq;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Suppressions;

/// <summary>The comments a team has written for other tools go on working, with the reach they have there.</summary>
[TestClass]
public sealed class PeerSuppressionTests
{
    private const string Base = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled";

    [TestMethod]
    [DataRow("# hadolint ignore=DL3000")]
    [DataRow("# hadolint ignore=DL3000,SC2086")]
    [DataRow("# hadolint ignore=SC2086,DL3000 # the shell is fine")]
    [DataRow("# hadolint ignore=SC2086, DL3000")]
    [DataRow("#hadolint ignore=DL3000")]
    [DataRow("# hadolint global ignore=DL3000")]
    [DataRow("# hadolint global ignore=DL3007, DL3000")]
    [DataRow("# hadolint ignore = DL3000")]
    [DataRow("# hadolint stage ignore=DL3000")]
    [DataRow("# check=skip=WorkdirRelativePath")]
    [DataRow("# check=skip=JSONArgsRecommended,WorkdirRelativePath")]
    [DataRow("# check=skip=WorkdirRelativePath;error=true")]
    [DataRow("# check=error=true;skip=WorkdirRelativePath")]
    [DataRow("# check=skip=all")]
    [DataRow("#checkov:skip=CKV_DOCKER_10:the base sets it")]
    [DataRow("# checkov:skip=CKV_DOCKER_10")]
    [DataRow("# checkov:skip=CKV_DOCKER_10: the base sets it")]
    [DataRow("# trivy:ignore:DS-0009")]
    [DataRow("# trivy:ignore:AVD-DS-0009")]
    [DataRow("#trivy:ignore:DS009")]
    [DataRow("# trivy:ignore:avd-ds-0009 the base sets it")]
    [DataRow("# kics-scan disable=6b376af8-cfe8-49ab-a08d-f32de23661a4")]
    [DataRow("# kics-scan ignore-line")]
    [DataRow("# kics-scan ignore-block")]
    [DataRow("# kics-scan ignore")]
    [DataRow("# trivy:ignore:DS-0001 trivy:ignore:DS-0009 the base sets it")]
    [DataRow("# trivy:ignore:DS-0009:exp:2099-12-31")]
    [DataRow("# kics-scan disable=f2daed12-c802-49cd-afed-fe41d0b82fed,6b376af8-cfe8-49ab-a08d-f32de23661a4")]
    public void Comment_silences_the_next_instruction(string comment) =>
        AssertFindings($"FROM {Base}\n{comment}\nWORKDIR app\n");

    [TestMethod]
    [DataRow("# hadolint global ignore=DL3000")]
    [DataRow("#checkov:skip=CKV_DOCKER_10:the base sets it")]
    [DataRow("# kics-scan disable=6b376af8-cfe8-49ab-a08d-f32de23661a4")]
    public void Comment_for_the_file_reaches_everywhere(string comment) =>
        AssertFindings($"FROM {Base} AS a\nWORKDIR app\nFROM {Base}\nWORKDIR app\n{comment}\n");

    [TestMethod]
    [DataRow("# hadolint ignore=DL3000")]
    [DataRow("# check=skip=WorkdirRelativePath")]
    [DataRow("# check=skip=all")]
    [DataRow("# trivy:ignore:DS-0009")]
    public void Comment_for_a_line_reaches_no_further(string comment) =>
        AssertFindings($"FROM {Base} AS a\n{comment}\nWORKDIR app\nFROM {Base}\nWORKDIR app\n", "DG5003 line 5");

    [TestMethod]
    [DataRow("# hadolint stage ignore=DL3000")]
    [DataRow("# hadolint stage ignore = DL3000,DL3007 # by design")]
    public void Comment_for_a_stage_reaches_to_its_end_and_not_to_its_from(string comment)
    {
        AssertFindings(
            $"{comment}\nFROM {Base} AS a\nENV A=1\nWORKDIR app\nFROM {Base}\nWORKDIR app\n", "DG5003 line 6");
        AssertFindings($"FROM {Base}\nENV A=1\n{comment}\nENV B=1\nWORKDIR app\n");
        AssertFindings(
            "# hadolint stage ignore=DL3007\nFROM mcr.microsoft.com/dotnet/runtime-deps:latest\nUSER 1654\n",
            "DG0005 line 1",
            "DG1004 line 2");
    }

    [TestMethod]
    [DataRow("# check=skip=WorkdirRelativePath")]
    [DataRow("# check=skip=all;error=true")]
    [DataRow("# syntax=docker/dockerfile:1\n# check=skip=JSONArgsRecommended,WorkdirRelativePath")]
    public void Check_directive_reaches_the_whole_file(string directive) =>
        AssertFindings($"{directive}\nFROM {Base} AS a\nWORKDIR app\nFROM {Base}\nWORKDIR app\n");

    [TestMethod]
    public void Skip_all_silences_what_buildkit_checks_and_nothing_else() =>
        AssertFindings($"""
            # check=skip=all
            FROM {Base}
            WORKDIR app
            ENV ASPNETCORE_ENVIRONMENT=Development
            """, "DG2003 line 4");

    [TestMethod]
    [DataRow("# hadolint")]
    [DataRow("# hadolint ignore=DL3008")]
    [DataRow("# hadolint ignore comments are forbidden here")]
    [DataRow("# hadolint is run in CI")]
    [DataRow("# hadolinted ignore=DL3000")]
    [DataRow("# check=error=true")]
    [DataRow("# checkov:skip=CKV_DOCKER_1:none of ours")]
    [DataRow("# trivy:ignore:DS-0001")]
    [DataRow("# kics-scan disable=00000000-0000-0000-0000-000000000000")]
    [DataRow("# kics-scan")]
    [DataRow("# kics-scan ignored")]
    [DataRow("# shellcheck disable=SC2086")]
    public void Comment_about_something_else_is_let_be(string comment) =>
        AssertFindings($"FROM {Base}\n{comment}\nWORKDIR app\n", "DG5003 line 3");

    /// <summary>One peer's rule may be several of ours.</summary>
    [TestMethod]
    public void Alias_of_several_rules_silences_them_all() =>
        AssertFindings("""
            # hadolint global ignore=DL3002
            # trivy:ignore:DS-0001
            FROM mcr.microsoft.com/dotnet/sdk AS build
            # trivy:ignore:DS-0001
            FROM mcr.microsoft.com/dotnet/aspnet:latest
            """);

    [TestMethod]
    public void Stale_comment_of_a_scanner_is_the_scanners_affair() =>
        AssertFindings($"""
            # checkov:skip=CKV_DOCKER_7:scanned elsewhere too
            # trivy:ignore:DS-0001
            FROM {Base}
            # check=skip=WorkdirRelativePath
            WORKDIR /app
            """);

    [TestMethod]
    [DataRow(
        "# trivy:ignore:DS-0009:exp:2020-01-31",
        "DG0005",
        "trivy:ignore:DS-0009 expired on 2020-01-31 and silences nothing")]
    [DataRow(
        "# trivy:ignore:DS-0009:exp:2020-02-31",
        "DG0006",
        "'2020-02-31' is not a day as yyyy-MM-dd, so trivy:ignore:DS-0009 silences nothing")]
    [DataRow(
        "# trivy:ignore:DS-0009:exp",
        "DG0006",
        "'' is not a day as yyyy-MM-dd, so trivy:ignore:DS-0009 silences nothing")]
    public void Comment_that_is_over_silences_nothing_and_says_so(string comment, string id, string message)
    {
        var findings = LintCase.Parse($"FROM {Base}\n{comment}\nWORKDIR app\n").Lint();

        CollectionAssert.AreEqual(new[] { id, "DG5003" }, findings.Select(finding => finding.Descriptor.Id).ToArray());
        Assert.AreEqual((Severity.Info, message), (findings[0].Severity, findings[0].Message));
    }

    [TestMethod]
    public void Block_of_a_FROM_is_its_stage() =>
        AssertFindings(
            $"# kics-scan ignore-block\nFROM {Base} AS a\nWORKDIR app\nFROM {Base}\nWORKDIR app\n", "DG5003 line 5");

    [TestMethod]
    public void Stage_comment_reaches_to_the_end_of_its_stage() =>
        AssertFindings($"""
            # hadolint stage ignore=DL3020
            FROM {Base} AS a
            ADD a /a
            ADD b /b
            FROM {Base}
            ADD c /c
            """, "DG5001 line 6");

    private static void AssertFindings(string dockerfile, params string[] expected) =>
        Assert.AreEqual(
            string.Join('\n', expected),
            string.Join(
                '\n', LintCase.Parse(dockerfile)
                    .Lint()
                    .Select(finding => $"{finding.Descriptor.Id} line {finding.Span.Line}")
                    .Order()));
}
