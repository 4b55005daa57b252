using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>
/// What a second build does, and what Visual Studio is told so that it does not skip one it should run.
/// </summary>
[TestClass]
public sealed class IncrementalityTests : SharedProjectTests<IncrementalityTests>
{
    private string Stamp => Folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.stamp"];

    [TestInitialize]
    public void ForgetStampAndPolicies()
    {
        File.Delete(Stamp);
        File.Delete(Folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.inputs.txt"]);
    }

    [TestMethod]
    public async Task The_second_build_reports_the_findings_again()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        var first = (await Folder.BuildAsync()).EnsureSuccess();
        var second = (await Folder.BuildAsync()).EnsureSuccess();
        Assert.HasCount(1, second.Findings);
        CollectionAssert.AreEqual(first.Findings.ToArray(), second.Findings.ToArray());
    }

    [TestMethod]
    public async Task The_second_build_compiles_nothing()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        (await Folder.BuildAsync(
            "-p:DockerGuardGenerateDockerfile=true", "-p:DockerGuardDockerfilePath=Shop.Dockerfile")).EnsureSuccess();
        var second = (await Folder.BuildAsync(
            "-p:DockerGuardGenerateDockerfile=true", "-p:DockerGuardDockerfilePath=Shop.Dockerfile")).EnsureSuccess();
        Assert.IsFalse(second.Tasks.Contains("Csc"));
    }

    [TestMethod]
    public async Task Visual_Studio_knows_Dockerfiles_and_policy_as_inputs()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile)
            .Write(".dockerguard.yml", "profile: strict\n")
            .Write("deploy/Containerfile", UserProject.GoodDockerfile);
        CollectionAssert.AreEquivalent(
            new[] { Folder["Dockerfile"], Folder["deploy/Containerfile"], Folder[".dockerguard.yml"] },
            await InputsAsync("-p:DockerfileFile=deploy/Containerfile"));
    }

    /// <summary>The other spelling of the extension at once; what the policy extends when a lint has read it.</summary>
    [TestMethod]
    public async Task Visual_Studio_knows_what_a_policy_extends()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile)
            .Write(".dockerguard.yaml", "extends: [policy/base.yml, policy/other.yml]\n")
            .Write("policy/base.yml", "profile: strict\n").Write("policy/other.yml", "level: 1\n");
        CollectionAssert.AreEquivalent(
            new[] { Folder["Dockerfile"], Folder[".dockerguard.yaml"] }, await InputsAsync());

        (await Folder.BuildAsync()).EnsureSuccess();
        CollectionAssert.AreEquivalent(
            new[]
            {
                Folder["Dockerfile"], Folder[".dockerguard.yaml"], Folder["policy/base.yml"],
                Folder["policy/other.yml"],
            },
            await InputsAsync());

        File.Delete(Folder[".dockerguard.yaml"]);
        (await Folder.BuildAsync()).EnsureSuccess();
        CollectionAssert.AreEquivalent(new[] { Folder["Dockerfile"] }, await InputsAsync());
    }

    private async Task<string?[]> InputsAsync(params string[] arguments)
    {
        // The target that Visual Studio calls is its own; ours runs before it.
        string[] command = ["msbuild", "-t:_DockerGuardKnowInputs", "-getItem:UpToDateCheckInput", .. arguments];
        var result = (await Folder.RunDotnetAsync(command)).EnsureSuccess();
        using var json = System.Text.Json.JsonDocument.Parse(result.Output);
        return [.. json.RootElement.GetProperty("Items").GetProperty("UpToDateCheckInput").EnumerateArray()
            .Where(item => item.TryGetProperty("Set", out var set) && set.GetString() == "DockerGuard")
            .Select(item => item.GetProperty("FullPath").GetString())];
    }

    [TestMethod]
    public async Task Visual_Studio_knows_the_stamp_as_output()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        var result = (await Folder.RunDotnetAsync("msbuild", "-getItem:UpToDateCheckOutput")).EnsureSuccess();
        using var json = System.Text.Json.JsonDocument.Parse(result.Output);
        var output = json.RootElement.GetProperty("Items").GetProperty("UpToDateCheckOutput").EnumerateArray()
            .Single(item => item.GetProperty("Set").GetString() == "DockerGuard");
        Assert.AreEqual(Stamp, output.GetProperty("FullPath").GetString());
    }

    [TestMethod]
    public async Task A_clean_lint_touches_the_stamp()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        (await Folder.BuildAsync()).EnsureSuccess();
        Assert.IsTrue(File.Exists(Stamp));
        File.SetLastWriteTimeUtc(Stamp, DateTime.UnixEpoch);
        (await Folder.BuildAsync()).EnsureSuccess();
        Assert.IsGreaterThan(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Stamp));
    }

    [TestMethod]
    public async Task A_lint_with_errors_leaves_no_stamp()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await Folder.BuildAsync()).EnsureFailedWith("DG2001");
        Assert.IsFalse(File.Exists(Stamp));
    }

    [TestMethod]
    public async Task A_lint_with_warnings_leaves_no_stamp_for_skipped_warnings_would_vanish()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        (await Folder.BuildAsync()).EnsureSuccess().Single("DG1004");
        Assert.IsFalse(File.Exists(Stamp));
    }

    [TestMethod]
    public async Task Clean_removes_stamp_and_facts_and_keeps_the_generated_Dockerfile()
    {
        using var folder = await UserProject.WebAsync();
        (await folder.BuildAsync("-p:DockerGuardGenerateDockerfile=true")).EnsureSuccess();
        string[] written =
        [
            folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.stamp"],
            folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.buildfacts.txt"],
        ];
        Assert.IsTrue(written.All(File.Exists));
        (await folder.RunAsync("clean")).EnsureSuccess();
        Assert.IsFalse(written.Any(File.Exists));
        Assert.IsTrue(File.Exists(folder["Dockerfile"]), "it is a source file");
    }

    [TestMethod]
    public async Task Builds_of_one_project_at_once_write_whole_files()
    {
        Folder.Write("worker.Dockerfile", UserProject.LatestDockerfile);
        string[] arguments = ["msbuild", "-t:DockerGuardGenerate;DockerGuardLint"];
        (await Folder.RunAsync(arguments)).EnsureSuccess();
        var whole = File.ReadAllText(Folder["Dockerfile"]);
        for (var round = 0; round < 2; round++)
        {
            File.Delete(Folder["Dockerfile"]);
            foreach (var outcome in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Folder.RunAsync(arguments))))
                outcome.EnsureSuccess().Single("DG1004");

            Assert.AreEqual(whole, File.ReadAllText(Folder["Dockerfile"]));
        }

        CollectionAssert.AreEquivalent(
            new[] { "Dockerfile", "Dockerfile.dockerignore", "worker.Dockerfile" },
            Directory.GetFiles(Folder.Path)
                .Select(file => Path.GetFileName(file))
                .Where(name => name.Contains("Dockerfile", StringComparison.Ordinal))
                .ToArray());
    }
}
