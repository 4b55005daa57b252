using System;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>Ways to run a build of the same project.</summary>
[TestClass]
public sealed class BuildModeTests : SharedProjectTests<BuildModeTests>
{
    [TestMethod]
    public async Task A_graph_build_reports_the_finding()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await Folder.BuildAsync("-graph")).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task A_multithreaded_build_runs_our_tasks_in_its_own_process()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        var outcome = (await Folder.BuildAsync("-mt")).EnsureFailedWith("DG2001");
        Assert.IsTrue(outcome.Tasks.Contains("LintDockerfiles"));
        var outside = outcome.Messages.Where(
            message => message.Contains("in an external task host", StringComparison.Ordinal)).ToList();
        Assert.IsNotEmpty(outside, "tasks that do not say they can run beside others are sent away");
        Assert.IsFalse(outside.Any(message => message.Contains("DockerGuard", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Publish_without_build_reports_the_finding()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await Folder.RunAsync("publish", "--no-build", "-c", "Debug")).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task Building_without_restore_in_a_fresh_process_reports_the_finding_in_the_console()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        var outcome = await Folder.BuildAsync();
        StringAssert.Contains(
            outcome.Output,
            $"{Folder["Dockerfile"]}(9,6,9,10): DockerGuard error DG2001: the image runs as root (user 'root') "
                + $"[{Folder["Shop.csproj"]}]");
    }

    [TestMethod]
    public async Task A_design_time_build_does_nothing()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile).Write(".dockerguard.yml", "no policy at all");
        var outcome = (await Folder.BuildAsync("-p:DesignTimeBuild=true", "-p:DockerGuardGenerateDockerfile=true"))
            .EnsureSuccess();
        Assert.IsFalse(outcome.Tasks.Any(task => task is "LintDockerfiles" or "GenerateDockerfile"));
    }

    [TestMethod]
    [DataRow("publish")]
    [DataRow("msbuild", "-t:Publish")]
    public async Task A_publish_is_checked_whatever_the_command_line_says_of_our_own_properties(
        params string[] arguments)
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        string[] switches =
        [
            "-p:DesignTimeBuild=true", "-p:_DockerGuardActive=false", "-p:_DockerGuardLintsHere=false",
            "-p:_DockerGuardMakesImages=false", "-p:_DockerGuardTasks=none.dll",
        ];
        (await Folder.RunAsync([.. arguments, "-p:NoBuild=true", "-p:Configuration=Debug", .. switches]))
            .EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task A_publish_without_the_guard_says_so_in_one_line()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        const string said = "DockerGuard: off, nothing of Shop.csproj is checked (DockerGuardEnabled is false)";
        string[] arguments = ["publish", "--no-build", "-c", "Debug", "-p:DockerGuardEnabled=false"];
        var outcome = (await Folder.RunAsync(arguments)).EnsureSuccess();
        CollectionAssert.AreEqual(new[] { said }, OurLines(outcome));
        CollectionAssert.AreEqual(
            new[] { said }, OurLines(await Folder.RunAsync([.. arguments, "-p:IsTestProject=true"])));
        // The terminal logger shows no messages.
        StringAssert.Contains((await Folder.RunAsync([.. arguments, "-tl:on", "-p:_MSBUILDTLENABLED=0"]))
            .EnsureSuccess().Output, said);
    }

    [TestMethod]
    public async Task A_Dockerfile_that_nobody_lists_is_told_of()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile)
            .Write("docker/api.Dockerfile", UserProject.RootDockerfile)
            .Write("docker/api.Dockerfile.bak", UserProject.RootDockerfile)
            .SetVariable("DockerGuardEnableDefaultItems", "false");
        var outcome = await Folder.BuildAsync();
        Folder.SetVariable("DockerGuardEnableDefaultItems", null);
        StringAssert.Contains(
            outcome.EnsureSuccess().Output,
            "DockerGuard: the project's Dockerfile, api.Dockerfile is not checked, "
                + "for it is not among the items DockerGuardDockerfile");
    }

    [TestMethod]
    public async Task Restore_does_nothing()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile).Write(".dockerguard.yml", "no policy at all");
        var outcome =
            (await Folder.RunAsync("restore", "--force", "-p:DockerGuardGenerateDockerfile=true")).EnsureSuccess();
        Assert.IsFalse(outcome.Tasks.Any(task => task is "LintDockerfiles" or "GenerateDockerfile"));
        Assert.HasCount(0, outcome.Findings);
    }

    [TestMethod]
    public async Task DockerGuardEnabled_false_switches_everything_off()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile).Write(".dockerguard.yml", "no policy at all");
        var outcome = (await Folder.BuildAsync("-p:DockerGuardEnabled=false", "-p:DockerGuardGenerateDockerfile=true"))
            .EnsureSuccess();
        Assert.IsFalse(outcome.Tasks.Any(task => task is "LintDockerfiles" or "GenerateDockerfile"));
    }

    [TestMethod]
    public async Task A_good_project_builds_with_one_line_that_says_so()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile).SetVariable("DockerGuardToday", null);
        var outcome = (await Folder.BuildAsync()).EnsureSuccess();
        Folder.SetVariable("DockerGuardToday", UserProject.Today);
        Assert.IsTrue(outcome.Tasks.Contains("LintDockerfiles"));
        const string said = "DockerGuard: Dockerfile: 0 findings; ShellCheck is off; no policy (recommended, level 1)";
        CollectionAssert.AreEqual(new[] { said }, OurLines(outcome));
    }

    private static string[] OurLines(BuildOutcome outcome) =>
        [
            .. outcome.Output.Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.Contains("DockerGuard", StringComparison.Ordinal)),
        ];
}
