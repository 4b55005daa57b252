using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>
/// A finding keeps its fingerprint while the file around it changes, and loses it with what it is about.
/// </summary>
[TestClass]
public sealed class FingerprintTests
{
    private const string Before =
        "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nENV API_TOKEN=x TZ=UTC\nWORKDIR app\n";

    [TestMethod]
    [DataRow(
        "# a comment\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nRUN true\nENV API_TOKEN=x TZ=UTC\n\n"
            + "WORKDIR app\n",
        DisplayName = "other lines")]
    [DataRow(
        "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\r\nENV API_TOKEN=x TZ=UTC\r\nWORKDIR app\r\n",
        DisplayName = "line ends")]
    [DataRow(
        "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nenv   API_TOKEN=x \\\n  # why\n  TZ=UTC\n  "
            + "WORKDIR\tapp",
        DisplayName = "layout")]
    public void Same_finding_has_the_same_fingerprint(string after) =>
        CollectionAssert.AreEqual(Fingerprints(Before).Order().ToArray(), Fingerprints(after).Order().ToArray());

    [TestMethod]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nWORKDIR app2\n", DisplayName = "another text")]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nADD app .\n", DisplayName = "another rule")]
    public void Another_finding_has_another_fingerprint(string after) =>
        Assert.IsEmpty(Fingerprints(Before).Intersect(Fingerprints(after)));

    [TestMethod]
    public void Equal_findings_are_numbered()
    {
        var twice = Fingerprints("FROM scratch\nWORKDIR app\nFROM scratch\nWORKDIR app\n");
        Assert.HasCount(2, twice.Distinct());
        Assert.AreEqual(Fingerprints("FROM scratch\nWORKDIR app\n").Single(), twice[0]);
    }

    [TestMethod]
    public void Files_are_named_from_the_folder() =>
        Assert.AreEqual(
            "../Api/Dockerfile",
            new Fingerprints(new Dictionary<string, Dockerfile>(), "/repo/src/Web").FileOf("/repo/src/Api/Dockerfile"));

    private static string[] Fingerprints(string text)
    {
        var dockerfile = Dockerfile.Parse(text);
        var fingerprints = new Fingerprints(
            new Dictionary<string, Dockerfile> { [LintCase.Path] = dockerfile }, "/src");
        var request = new LintRequest(
            dockerfile, LintCase.Path, new RuleSettings { Today = LintCase.Today }, RuleSet.Ours);
        return [.. FileCheck.Run(request).Findings
            .Where(finding => finding.Descriptor.Id is "DG5003" or "DG3001" or "DG5001")
            .Select(fingerprints.Next)];
    }
}
