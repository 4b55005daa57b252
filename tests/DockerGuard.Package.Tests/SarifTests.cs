using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>
/// What a code scanning service gets: <c>DockerGuardSarif</c> writes everything the build reported, and what it
/// silenced.
/// </summary>
[TestClass]
public sealed class SarifTests : SharedProjectTests<SarifTests>
{
    private const string Given = """
        FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
        WORKDIR /src
        # dockerguard ignore=DG5001 the archive is one tomorrow
        ADD data /data
        ADD . .
        RUN dotnet publish -o /app

        FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
        WORKDIR /app
        COPY --from=build /app .
        USER root
        ENTRYPOINT ["dotnet", "Shop.dll"]

        """;

    protected override string? Dockerfile => Given;

    /// <summary>A day that is not today's is a finding of the log.</summary>
    [TestInitialize]
    public void UseRealDay() => Folder.SetVariable("DockerGuardToday", null);

    [TestMethod]
    public async Task Log_holds_what_the_build_reported_and_what_it_silenced()
    {
        (await Folder.BuildAsync("-p:DockerGuardSarif=reports/guard.sarif")).EnsureFailedWith("DG2001");

        var run = ReadRun("reports/guard.sarif");
        var results = run["results"]!.AsArray();
        CollectionAssert.AreEquivalent(
            new[]
            {
                "error DG2001 Dockerfile:11",
                "warning DG5001 Dockerfile:5",
                "warning DG5001 Dockerfile:4 inSource: the archive is one tomorrow",
            },
            results.Select(result => Describe(result!)).ToArray());
        Assert.AreEqual("DockerGuard/dockerfiles/Shop.csproj/", (string?)run["automationDetails"]!["id"]);
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        foreach (var result in results)
        {
            Assert.AreEqual((string?)result!["ruleId"], (string?)rules[(int)result["ruleIndex"]!]!["id"]);
            Assert.IsFalse(string.IsNullOrEmpty((string?)result["partialFingerprints"]!["dockerGuard/v1"]));
        }
    }

    [TestMethod]
    public async Task NoWarn_is_a_suppression_and_a_log_of_nothing_is_a_log()
    {
        await Folder.BuildAsync("-p:DockerGuardSarif=a.sarif", "-p:NoWarn=DG5001%3BDG2001");
        Assert.IsTrue(ReadRun("a.sarif")["results"]!.AsArray().All(result => result!["suppressions"] is not null));

        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        (await Folder.BuildAsync("-p:DockerGuardSarif=b.sarif")).EnsureSuccess();
        Assert.IsEmpty(ReadRun("b.sarif")["results"]!.AsArray());
    }

    [TestMethod]
    public async Task Fix_of_a_finding_is_in_the_log()
    {
        await Folder.BuildAsync("-p:DockerGuardSarif=guard.sarif");
        var fixable = ReadRun("guard.sarif")["results"]!
            .AsArray()
            .First(result => Describe(result!) == "warning DG5001 Dockerfile:5")!;
        var replacement = fixable["fixes"]![0]!["artifactChanges"]![0]!["replacements"]![0]!;
        Assert.AreEqual("COPY", (string?)replacement["insertedContent"]!["text"]);
        Assert.AreEqual(
            "5:1-4",
            $"{replacement["deletedRegion"]!["startLine"]}:{replacement["deletedRegion"]!["startColumn"]}-"
                + $"{replacement["deletedRegion"]!["endColumn"]}");
    }

    [TestMethod]
    public async Task A_broken_policy_is_in_the_log()
    {
        Folder.Write(".dockerguard.yml", "profile: strct\n");
        (await Folder.BuildAsync("-p:DockerGuardSarif=guard.sarif")).EnsureFailedWith("DG0003");
        Assert.AreEqual(
            "error DG0003 .dockerguard.yml:1", Describe(ReadRun("guard.sarif")["results"]!.AsArray().Single()!));
    }

    [TestMethod]
    public async Task The_same_build_writes_the_same_log_and_leaves_the_file_alone()
    {
        await Folder.BuildAsync("-p:DockerGuardSarif=guard.sarif");
        var text = File.ReadAllText(Folder["guard.sarif"]);
        var time = File.GetLastWriteTimeUtc(Folder["guard.sarif"]);
        await Folder.BuildAsync("-p:DockerGuardSarif=guard.sarif");
        Assert.AreEqual(text, File.ReadAllText(Folder["guard.sarif"]));
        Assert.AreEqual(time, File.GetLastWriteTimeUtc(Folder["guard.sarif"]));
        Assert.IsFalse(text.Contains(Folder.Path, StringComparison.Ordinal), "a path of this machine");
    }

    [TestMethod]
    public async Task A_log_that_cannot_be_written_is_one_error()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        Directory.CreateDirectory(Folder["guard.sarif"]);
        (await Folder.BuildAsync("-p:DockerGuardSarif=guard.sarif")).EnsureFailedWith("DG0011");
    }

    /// <summary>
    /// By Microsoft's own validator: the official schema, the rules of the format, and those of code scanning services.
    /// </summary>
    [TestMethod]
    public async Task Log_is_valid_by_the_official_schema()
    {
        var validator = Tool.SarifMultitool.Require();
        await Folder.BuildAsync("-p:DockerGuardSarif=guard.sarif");
        var result = await CommandLine.RunAsync(
            validator, ["validate", Folder["guard.sarif"], "--rule-kind", "Sarif;Gh"], Folder.Path);
        Assert.AreEqual(0, result.ExitCode, result.Output);
        Assert.DoesNotContain(": error ", result.Output);
        Assert.DoesNotContain(": warning ", result.Output);
        Assert.Contains("1 files scanned", result.Output);
    }

    private JsonNode ReadRun(string name) => JsonNode.Parse(File.ReadAllText(Folder[name]))!["runs"]![0]!;

    private static string Describe(JsonNode result)
    {
        var location = result["locations"]![0]!["physicalLocation"]!;
        var suppression = result["suppressions"]?[0];
        var silenced = suppression is null ? "" : $" {suppression["kind"]}: {suppression["justification"]}";
        return $"{result["level"]} {result["ruleId"]} "
            + $"{location["artifactLocation"]!["uri"]}:{location["region"]!["startLine"]}{silenced}";
    }
}
