using System;
using System.IO;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>dotnet build -t:DockerGuardFix mends what can be mended mechanically, and nothing else.</summary>
[TestClass]
public sealed class FixTests : SharedProjectTests<FixTests>
{
    private static readonly string Given = UserProject.GoodDockerfile.Replace(
        "COPY . .", "# all of it\nADD  .   .", StringComparison.Ordinal);

    protected override string? Dockerfile => Given;

    [TestMethod]
    public async Task Fix_mends_the_file_and_a_second_run_changes_nothing()
    {
        var first = (await FixAsync()).EnsureSuccess();
        Assert.Contains("DockerGuard: Dockerfile got 1 fix (DG5001)", first.Output);
        Assert.AreEqual(Given.Replace("ADD", "COPY", StringComparison.Ordinal), File.ReadAllText(Folder["Dockerfile"]));

        var time = File.GetLastWriteTimeUtc(Folder["Dockerfile"]);
        Assert.Contains("nothing that can be mended mechanically", (await FixAsync()).EnsureSuccess().Output);
        Assert.AreEqual(time, File.GetLastWriteTimeUtc(Folder["Dockerfile"]));
    }

    [TestMethod]
    public async Task Dry_run_shows_a_diff_that_git_applies_and_writes_nothing()
    {
        var outcome = (await FixAsync("-p:DockerGuardFixDryRun=true")).EnsureSuccess();
        Assert.AreEqual(Given, File.ReadAllText(Folder["Dockerfile"]));
        Assert.Contains("--- a/Dockerfile", outcome.Output);
        Assert.Contains("-ADD  .   .", outcome.Output);
        Assert.Contains("+COPY  .   .", outcome.Output);
    }

    [TestMethod]
    public async Task Only_the_rules_named_are_mended_and_an_unknown_name_is_an_error()
    {
        Assert.Contains(
            "nothing that can be mended", (await FixAsync("-p:DockerGuardFixRules=DG5014")).EnsureSuccess().Output);
        Assert.Contains("got 1 fix", (await FixAsync("-p:DockerGuardFixRules=DL3020")).EnsureSuccess().Output);
        (await FixAsync("-p:DockerGuardFixRules=DL9999")).EnsureFailedWith("DG0014");
    }

    [TestMethod]
    public async Task Silenced_findings_and_rules_that_are_off_are_left_alone()
    {
        var silenced = Given.Replace(
            "ADD", "# dockerguard ignore=DG5001 it becomes an archive\nADD", StringComparison.Ordinal);
        Folder.Write("Dockerfile", silenced);
        (await FixAsync()).EnsureSuccess();
        Assert.AreEqual(silenced, File.ReadAllText(Folder["Dockerfile"]));

        Folder.Write("Dockerfile", Given).Write(".dockerguard.yml", "rules:\n  DG5001: off\n");
        (await FixAsync()).EnsureSuccess();
        Assert.AreEqual(Given, File.ReadAllText(Folder["Dockerfile"]));
    }

    [TestMethod]
    public async Task A_generated_file_is_mended_in_the_project_instead()
    {
        File.Delete(Folder["Dockerfile"]);
        (await Folder.BuildAsync("-t:DockerGuardGenerate")).EnsureSuccess();
        var text = File.ReadAllText(Folder["Dockerfile"]);
        Assert.Contains("Dockerfile is generated from the project", (await FixAsync()).EnsureSuccess().Output);
        Assert.AreEqual(text, File.ReadAllText(Folder["Dockerfile"]));
    }

    [TestMethod]
    public async Task A_file_that_cannot_be_read_and_a_broken_policy_change_nothing()
    {
        Folder.Write("worker.Dockerfile", "FROM a\0b\n");
        (await FixAsync()).EnsureFailedWith("DG0002");
        Assert.AreEqual("FROM a\0b\n", File.ReadAllText(Folder["worker.Dockerfile"]));

        await BeginAsync();
        Folder.Write(".dockerguard.yml", "profile: strct\n");
        (await FixAsync()).EnsureFailedWith("DG0003");
        Assert.AreEqual(Given, File.ReadAllText(Folder["Dockerfile"]));
    }

    private Task<BuildOutcome> FixAsync(params string[] arguments) =>
        Folder.BuildAsync(["-t:DockerGuardFix", .. arguments]);
}
