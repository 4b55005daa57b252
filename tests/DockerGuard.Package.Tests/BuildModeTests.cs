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
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        var outcome = (await Folder.BuildAsync()).EnsureSuccess();
        Assert.IsTrue(outcome.Tasks.Contains("LintDockerfiles"));
        var lines = outcome.Output.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Contains("DockerGuard", StringComparison.Ordinal));
        Assert.AreEqual("DockerGuard: Dockerfile: 0 findings", string.Join('\n', lines));
    }
}
