using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>One SARIF log that all projects of a solution name, and the lines that say whose they are.</summary>
[TestClass]
public sealed class SharedLogTests
{
    private const string Log = "out/guard.sarif";

    [TestMethod]
    public async Task Every_project_and_every_check_has_a_run_of_its_own()
    {
        using var folder = await SolutionAsync();
        var built = (await folder.BuildAsync("All.slnx")).EnsureFailedWith("DG0010", "DG2001");
        StringAssert.Contains(built.Output, "DockerGuard: Web: Dockerfile: 1 error");
        StringAssert.Contains(built.Output, "DockerGuard: Api: Dockerfile: 1 warning");
        const string All = """
            DockerGuard/dockerfiles/src/Api/Api.csproj/ DG1004
            DockerGuard/dockerfiles/src/Web/Web.csproj/ DG2001
            DockerGuard/generation/src/Api/Api.csproj/ DG0010
            """;
        Assert.AreEqual(All, Runs(folder));

        // Who builds one project keeps what is said of the other.
        var text = File.ReadAllText(folder[Log]);
        var alone = (await folder.BuildAsync("src/Web")).EnsureFailedWith("DG2001");
        StringAssert.Contains(alone.Output, "DockerGuard: Dockerfile: 1 error");
        Assert.AreEqual(text, File.ReadAllText(folder[Log]));
        folder.Write("src/Web/Dockerfile", Dockerfile("Web"));
        (await folder.BuildAsync("src/Web")).EnsureSuccess();
        Assert.AreEqual(All.Replace(" DG2001", ""), Runs(folder));

        // A project that writes no Dockerfile any more has no run of that, and one that is gone has none at all.
        (await folder.BuildAsync("src/Api", "-p:DockerGuardGenerateDockerfile=false")).EnsureSuccess();
        Assert.AreEqual(
            """
            DockerGuard/dockerfiles/src/Api/Api.csproj/ DG1004
            DockerGuard/dockerfiles/src/Web/Web.csproj/
            """,
            Runs(folder));
        Directory.Delete(folder["src/Api"], recursive: true);
        (await folder.BuildAsync("src/Web")).EnsureSuccess();
        Assert.AreEqual("DockerGuard/dockerfiles/src/Web/Web.csproj/", Runs(folder));
    }

    [TestMethod]
    public async Task A_file_that_cannot_be_written_over_is_linted_all_the_same_and_nothing_is_published()
    {
        using var folder = await SolutionAsync();
        var outcome = (await folder.RunAsync("publish", "src/Api", "--no-restore")).EnsureFailedWith("DG0010");
        Assert.AreEqual(1, outcome.Findings.Count(finding => finding.Code == "DG1004"), outcome.Output);
        Assert.IsFalse(Directory.Exists(folder["src/Api/bin/Release/net10.0/publish"]), outcome.Output);
    }

    [TestMethod]
    public async Task Without_a_repository_none_takes_the_run_of_another_and_another_tools_stays()
    {
        using var folder = await SolutionAsync();
        Directory.Delete(folder[".git"], recursive: true);
        File.Move(folder["src/Api/Api.csproj"], folder["src/Api/Web.csproj"]);
        folder.Write("src/Api/Dockerfile", Dockerfile("Web").Replace("sdk:10.0", "sdk:latest")).Write(Log, """
            {
              "$schema": "sarif", "version": "2.1.0",
              "runs": [{ "tool": { "driver": { "name": "Other" } }, "results": [{ "ruleId": "O1" }] }]
            }
            """);
        foreach (var name in new[] { "src/Api", "src/Web" })
        {
            await folder.RestoreAsync(name);
            await folder.BuildAsync(name, "-p:DockerGuardGenerateDockerfile=false");
        }

        Assert.AreEqual(
            "Other O1 | DockerGuard.Build DG1004 | DockerGuard.Build DG2001",
            string.Join(" | ", JsonNode.Parse(File.ReadAllText(folder[Log]))!["runs"]!.AsArray().Select(run =>
                $"{run!["tool"]!["driver"]!["name"]} {run["results"]![0]!["ruleId"]}")));
    }

    /// <summary>A web project with an error, and one whose Dockerfile generation shall not touch.</summary>
    private static async Task<ProjectFolder> SolutionAsync()
    {
        var folder = await UserProject.EmptyAsync();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n")
            .Write("Directory.Build.props", $"""
                <Project>
                  <PropertyGroup><DockerGuardSarif>$(MSBuildThisFileDirectory){Log}</DockerGuardSarif></PropertyGroup>
                  {await UserProject.ReferenceAsync()}
                </Project>
                """)
            .Write("All.slnx", """
                <Solution>
                  <Project Path="src/Api/Api.csproj" />
                  <Project Path="src/Web/Web.csproj" />
                </Solution>
                """)
            .Write("src/Web/Dockerfile", Dockerfile("Web").Replace("ENTRYPOINT", "USER root\nENTRYPOINT"))
            .Write("src/Api/Dockerfile", Dockerfile("Api").Replace("sdk:10.0", "sdk:latest"));
        Write(folder, "Web");
        Write(folder, "Api", "<DockerGuardGenerateDockerfile Condition=\"'$(DockerGuardGenerateDockerfile)' == ''\">"
            + "true</DockerGuardGenerateDockerfile>");
        folder.SetVariable("DockerGuardToday", null);
        await folder.RestoreAsync("All.slnx");
        return folder;
    }

    private static void Write(ProjectFolder folder, string name, string properties = "") => folder
        .Write($"src/{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net{DotNetHost.Channel}</TargetFramework>
                {properties}
              </PropertyGroup>
            </Project>
            """)
        .Write($"src/{name}/Program.cs", "Microsoft.AspNetCore.Builder.WebApplication.Create(args).Run();\n");

    private static string Dockerfile(string name) => UserProject.GoodDockerfile.Replace("Shop", name);

    private static string Runs(ProjectFolder folder) => string.Join("\n",
        JsonNode.Parse(File.ReadAllText(folder[Log]))!["runs"]!.AsArray().Select(run =>
            string.Join(" ", run!["results"]!.AsArray().Select(result => (string)result!["ruleId"]!)
                .Prepend((string)run["automationDetails"]!["id"]!))));
}
