using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>What a second build does, and what Visual Studio is told so that it does not skip one it should run.</summary>
[TestClass]
public sealed class IncrementalityTests
{
    private static SharedProject _shared = null!;
    private ProjectFolder _folder = null!;

    private string Stamp => _folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.stamp"];

    [ClassInitialize]
    public static async Task CreateAsync(TestContext context) => _shared = await SharedProject.CreateAsync(await UserProject.WebAsync());

    [ClassCleanup]
    public static void Delete() => _shared.Dispose();

    [TestInitialize]
    public void Reset()
    {
        _folder = _shared.Reset();
        File.Delete(Stamp);
        File.Delete(_folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.policy.txt"]);
    }

    [TestMethod]
    public async Task The_second_build_reports_the_findings_again()
    {
        _folder.Write("Dockerfile", UserProject.LatestDockerfile);
        var first = (await _folder.BuildAsync()).EnsureSuccess();
        var second = (await _folder.BuildAsync()).EnsureSuccess();
        Assert.HasCount(1, second.Findings);
        CollectionAssert.AreEqual(first.Findings.ToArray(), second.Findings.ToArray());
    }

    [TestMethod]
    public async Task The_second_build_compiles_nothing()
    {
        _folder.Write("Dockerfile", UserProject.LatestDockerfile);
        (await _folder.BuildAsync("-p:DockerGuardGenerateDockerfile=true", "-p:DockerGuardDockerfilePath=Shop.Dockerfile")).EnsureSuccess();
        var second = (await _folder.BuildAsync("-p:DockerGuardGenerateDockerfile=true", "-p:DockerGuardDockerfilePath=Shop.Dockerfile")).EnsureSuccess();
        Assert.IsFalse(second.Tasks.Contains("Csc"));
    }

    [TestMethod]
    public async Task Visual_Studio_knows_Dockerfiles_and_policy_as_inputs()
    {
        _folder.Write("Dockerfile", UserProject.GoodDockerfile).Write(".dockerguard.yml", "profile: strict\n").Write("deploy/Containerfile", UserProject.GoodDockerfile);
        CollectionAssert.AreEquivalent(
            new[] { _folder["Dockerfile"], _folder["deploy/Containerfile"], _folder[".dockerguard.yml"] },
            await InputsAsync("-p:DockerfileFile=deploy/Containerfile"));
    }

    /// <summary>The other spelling of the extension at once; what the policy extends when a lint has read it.</summary>
    [TestMethod]
    public async Task Visual_Studio_knows_what_a_policy_extends()
    {
        _folder.Write("Dockerfile", UserProject.GoodDockerfile)
            .Write(".dockerguard.yaml", "extends: [policy/base.yml, policy/other.yml]\n")
            .Write("policy/base.yml", "profile: strict\n").Write("policy/other.yml", "level: 1\n");
        CollectionAssert.AreEquivalent(new[] { _folder["Dockerfile"], _folder[".dockerguard.yaml"] }, await InputsAsync());

        (await _folder.BuildAsync()).EnsureSuccess();
        CollectionAssert.AreEquivalent(
            new[] { _folder["Dockerfile"], _folder[".dockerguard.yaml"], _folder["policy/base.yml"], _folder["policy/other.yml"] },
            await InputsAsync());

        File.Delete(_folder[".dockerguard.yaml"]);
        (await _folder.BuildAsync()).EnsureSuccess();
        CollectionAssert.AreEquivalent(new[] { _folder["Dockerfile"] }, await InputsAsync());
    }

    private async Task<string?[]> InputsAsync(params string[] arguments)
    {
        var result = (await _folder.RunDotnetAsync(["msbuild", "-getItem:UpToDateCheckInput", .. arguments])).EnsureSuccess();
        using var json = System.Text.Json.JsonDocument.Parse(result.Output);
        return [.. json.RootElement.GetProperty("Items").GetProperty("UpToDateCheckInput").EnumerateArray()
            .Where(item => item.TryGetProperty("Set", out var set) && set.GetString() == "DockerGuard")
            .Select(item => item.GetProperty("FullPath").GetString())];
    }

    [TestMethod]
    public async Task Visual_Studio_knows_the_stamp_as_output()
    {
        _folder.Write("Dockerfile", UserProject.GoodDockerfile);
        var result = (await _folder.RunDotnetAsync("msbuild", "-getItem:UpToDateCheckOutput")).EnsureSuccess();
        using var json = System.Text.Json.JsonDocument.Parse(result.Output);
        var output = json.RootElement.GetProperty("Items").GetProperty("UpToDateCheckOutput").EnumerateArray()
            .Single(item => item.GetProperty("Set").GetString() == "DockerGuard");
        Assert.AreEqual(Stamp, output.GetProperty("FullPath").GetString());
    }

    [TestMethod]
    public async Task A_clean_lint_touches_the_stamp()
    {
        _folder.Write("Dockerfile", UserProject.GoodDockerfile);
        (await _folder.BuildAsync()).EnsureSuccess();
        Assert.IsTrue(File.Exists(Stamp));
        File.SetLastWriteTimeUtc(Stamp, DateTime.UnixEpoch);
        (await _folder.BuildAsync()).EnsureSuccess();
        Assert.IsGreaterThan(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Stamp));
    }

    [TestMethod]
    public async Task A_lint_with_errors_leaves_no_stamp()
    {
        _folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await _folder.BuildAsync()).EnsureFailedWith("DG2001");
        Assert.IsFalse(File.Exists(Stamp));
    }

    [TestMethod]
    public async Task A_lint_with_warnings_leaves_no_stamp_for_skipped_warnings_would_vanish()
    {
        _folder.Write("Dockerfile", UserProject.LatestDockerfile);
        (await _folder.BuildAsync()).EnsureSuccess().Single("DG1004");
        Assert.IsFalse(File.Exists(Stamp));
    }

    [TestMethod]
    public async Task Clean_removes_the_stamp_and_keeps_the_generated_Dockerfile()
    {
        using var folder = await UserProject.WebAsync();
        (await folder.BuildAsync("-p:DockerGuardGenerateDockerfile=true")).EnsureSuccess();
        var stamp = folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.stamp"];
        Assert.IsTrue(File.Exists(stamp));
        (await folder.RunAsync("clean")).EnsureSuccess();
        Assert.IsFalse(File.Exists(stamp));
        Assert.IsTrue(File.Exists(folder["Dockerfile"]), "it is a source file");
    }

    [TestMethod]
    public async Task Builds_of_one_project_at_once_write_whole_files()
    {
        _folder.Write("worker.Dockerfile", UserProject.LatestDockerfile);
        string[] arguments = ["msbuild", "-t:DockerGuardGenerate;DockerGuardLint"];
        (await _folder.RunAsync(arguments)).EnsureSuccess();
        var whole = File.ReadAllText(_folder["Dockerfile"]);
        for (var round = 0; round < 2; round++)
        {
            File.Delete(_folder["Dockerfile"]);
            foreach (var outcome in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _folder.RunAsync(arguments))))
            {
                outcome.EnsureSuccess().Single("DG1004");
            }

            Assert.AreEqual(whole, File.ReadAllText(_folder["Dockerfile"]));
        }

        CollectionAssert.AreEquivalent(
            new[] { "Dockerfile", "Dockerfile.dockerignore", "worker.Dockerfile" },
            Directory.GetFiles(_folder.Path).Select(file => Path.GetFileName(file)).Where(name => name.Contains("Dockerfile", StringComparison.Ordinal)).ToArray());
    }
}
