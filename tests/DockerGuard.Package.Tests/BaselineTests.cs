using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>A team with old findings takes the package, and fails on new ones only.</summary>
[TestClass]
public sealed class BaselineTests : SharedProjectTests<BaselineTests>
{
    private const string File = "dockerguard.baseline.yml";

    /// <summary>400 errors in 400 instructions.</summary>
    private static readonly string Old = UserProject.GoodDockerfile.Replace(
        "ENTRYPOINT", string.Concat(Enumerable.Range(1, 400).Select(number => $"ENV API_{number}_TOKEN=x\n"))
            + "ENTRYPOINT", StringComparison.Ordinal);

    protected override string? Dockerfile => Old;

    [TestMethod]
    public async Task Of_400_old_findings_and_a_new_one_the_new_one_fails_the_build()
    {
        Assert.AreEqual(400, (await Folder.BuildAsync()).Findings.Count(finding => finding.Code == "DG3001"));
        var written = (await Folder.BuildAsync("-t:DockerGuardBaseline")).EnsureSuccess();
        Assert.Contains($"{File} now accepts {ReadLines()} findings of this project", written.Output);
        Assert.HasCount(0, written.Findings);

        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
        Folder.Write(
            "Dockerfile",
            "# moved down\n\n" + Old.Replace("ENTRYPOINT", "ENV NEW_TOKEN=x\nENTRYPOINT", StringComparison.Ordinal)
                .ReplaceLineEndings("\r\n"));
        var outcome = await Folder.BuildAsync();
        Assert.IsTrue(outcome.Findings.All(finding => finding.Line == 411), outcome.Output);
        Assert.Contains("NEW_TOKEN", outcome.Single("DG3001").Message);
    }

    [TestMethod]
    public async Task What_is_mended_is_told_and_goes_with_the_next_writing()
    {
        (await Folder.BuildAsync("-p:DockerGuardUpdateBaseline=true")).EnsureSuccess();
        var before = ReadLines();
        Folder.Write("Dockerfile", Old.Replace("ENV API_7_TOKEN=x\n", "", StringComparison.Ordinal));
        var outcome = (await Folder.BuildAsync()).EnsureSuccess();
        Assert.Contains("of dockerguard.baseline.yml matches nothing any more", outcome.Output);
        (await Folder.BuildAsync("-t:DockerGuardBaseline")).EnsureSuccess();
        Assert.IsLessThan(before, ReadLines());
        Assert.DoesNotContain("match nothing", (await Folder.BuildAsync()).EnsureSuccess().Output);
    }

    [TestMethod]
    public async Task Where_nothing_is_found_none_is_written_but_one_that_is_there_is_emptied()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        const string named = "-p:DockerGuardBaseline=named.yml", write = "-t:DockerGuardBaseline";
        var outcome = (await Folder.BuildAsync(write, "-p:NoWarn=DG2006")).EnsureSuccess();
        Assert.Contains("there is nothing to accept, so no dockerguard.baseline.yml is written", outcome.Output);
        Assert.IsFalse(System.IO.File.Exists(Folder[File]));
        (await Folder.BuildAsync(write, named)).EnsureSuccess();
        (await Folder.BuildAsync(named)).EnsureSuccess();
        Folder.Write(File, System.IO.File.ReadAllText(Folder["named.yml"]));
        Assert.Contains("accepts 0 findings", (await Folder.BuildAsync(write)).EnsureSuccess().Output);
    }

    [TestMethod]
    public async Task Writing_twice_changes_nothing()
    {
        (await Folder.BuildAsync("-t:DockerGuardBaseline")).EnsureSuccess();
        var (text, time) = (System.IO.File.ReadAllText(Folder[File]), System.IO.File.GetLastWriteTimeUtc(Folder[File]));
        Assert.Contains("still accepts", (await Folder.BuildAsync("-t:DockerGuardBaseline")).EnsureSuccess().Output);
        Assert.AreEqual(
            (text, time), (System.IO.File.ReadAllText(Folder[File]), System.IO.File.GetLastWriteTimeUtc(Folder[File])));
    }

    [TestMethod]
    public async Task A_broken_baseline_fails_the_build_and_is_not_written_over()
    {
        Folder.Write(File, "<<<<<<< ours\n- {rule: DG3001\n");
        Assert.AreEqual(
            File, Path.GetFileName((await Folder.BuildAsync()).EnsureFailedWith("DG0018").Single("DG0018").File));
        (await Folder.BuildAsync("-t:DockerGuardBaseline")).EnsureFailedWith("DG0018");
        Assert.StartsWith("<<<<<<<", System.IO.File.ReadAllText(Folder[File]));
    }

    [TestMethod]
    public async Task A_baseline_that_is_named_must_exist_once_it_is_used()
    {
        (await Folder.BuildAsync("-p:DockerGuardBaseline=eng/baseline.yml")).EnsureFailedWith("DG0018");
        (await Folder.BuildAsync("-t:DockerGuardBaseline", "-p:DockerGuardBaseline=eng/baseline.yml")).EnsureSuccess();
        Assert.HasCount(
            0, (await Folder.BuildAsync("-p:DockerGuardBaseline=eng/baseline.yml")).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task What_cannot_be_judged_is_never_accepted()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile + "COPPY a /a\n");
        (await Folder.BuildAsync("-t:DockerGuardBaseline")).EnsureFailedWith("DG0001");
        (await Folder.BuildAsync()).EnsureFailedWith("DG0001");
    }

    [TestMethod]
    public async Task Projects_share_a_baseline_and_lose_nothing_by_building_side_by_side()
    {
        using var repository = await UserProject.EmptyAsync();
        string[] names = ["A", "B", "C", "D"];
        foreach (var name in names)
        {
            repository.WriteConsole($"{name}/{name}.csproj", await UserProject.ReferenceAsync())
                .Write($"{name}/Dockerfile", UserProject.RootDockerfile);
        }

        repository.Write(
            "all.proj",
            "<Project><ItemGroup><P Include=\"*/*.csproj\" /></ItemGroup><Target Name=\"Restore\"><MSBuild "
                + "Projects=\"@(P)\" Targets=\"Restore\" /></Target>"
                + "<Target Name=\"Build\"><MSBuild Projects=\"@(P)\" Targets=\"Build\" BuildInParallel=\"true\" "
                + "/></Target>"
                + "<Target Name=\"DockerGuardBaseline\"><MSBuild Projects=\"@(P)\" Targets=\"DockerGuardBaseline\" "
                + "BuildInParallel=\"true\" /></Target></Project>");
        await repository.RestoreAsync("all.proj");
        var shared = "-p:DockerGuardBaseline=" + repository["shared.yml"];
        (await repository.BuildAsync("all.proj", "-t:DockerGuardBaseline", "-m:4", shared)).EnsureSuccess();
        var text = System.IO.File.ReadAllText(repository["shared.yml"]);
        foreach (var name in names) Assert.Contains($"file: \"{name}/Dockerfile\"", text);
        Assert.HasCount(0, (await repository.BuildAsync("all.proj", "-m:4", shared)).EnsureSuccess().Findings);
    }

    private int ReadLines() => System.IO.File.ReadAllLines(Folder[File]).Length - 1;
}
