using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Suppressions;

/// <summary>A finding that a comment silences is kept, with the comment's reason.</summary>
[TestClass]
public sealed class SuppressedFindingTests
{
    private const string Base = "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled";

    [TestMethod]
    [DataRow("# dockerguard ignore=DG5003 the base's directory is meant", "the base's directory is meant")]
    [DataRow("# dockerguard ignore=DG5003", null)]
    [DataRow("# hadolint ignore=DL3000,SC2086 # by design", "by design")]
    [DataRow("# hadolint ignore=SC2086 , DL3000 # by design", "by design")]
    [DataRow("# hadolint stage ignore=DL3000", null)]
    [DataRow("# hadolint global ignore=DL3000 #why", "why")]
    [DataRow("#checkov:skip=CKV_DOCKER_10:the base sets it", "the base sets it")]
    [DataRow("# trivy:ignore:AVD-DS-0009 the base sets it", "the base sets it")]
    [DataRow("# check=skip=WorkdirRelativePath", null)]
    [DataRow("# kics-scan disable=6b376af8-cfe8-49ab-a08d-f32de23661a4", null)]
    public void Comment_gives_its_reason(string comment, string? reason)
    {
        var result = FileCheck.Run(LintCase.Parse($"FROM {Base}\n{comment}\nWORKDIR app\n").Request);

        Assert.IsEmpty(result.Findings);
        var suppressed = result.Suppressed.Single();
        Assert.AreEqual("DG5003 (3,9,3,12)", $"{suppressed.Descriptor.Id} {suppressed.Span}");
        Assert.AreEqual(
            (SuppressionKind.InSource, reason), (suppressed.SuppressedBy!.Kind, suppressed.SuppressedBy.Justification));
        Assert.AreEqual(2, ((FileOrigin)suppressed.SuppressedBy.Place).Span.Line);
    }

    [TestMethod]
    public void Nothing_is_suppressed_without_a_comment()
    {
        var result = FileCheck.Run(LintCase.Parse($"FROM {Base}\nWORKDIR app\n").Request);

        Assert.IsEmpty(result.Suppressed);
        Assert.IsNull(result.Findings.Single().SuppressedBy);
    }
}
