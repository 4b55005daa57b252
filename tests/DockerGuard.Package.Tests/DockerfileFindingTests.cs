using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>Which Dockerfiles are guarded, and what a finding looks like.</summary>
[TestClass]
public sealed class DockerfileFindingTests : SharedProjectTests<DockerfileFindingTests>
{
    [TestMethod]
    public async Task Dockerfiles_are_found_by_name()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile)
            .Write("worker.Dockerfile", UserProject.LatestDockerfile)
            .Write("Dockerfile.debug", UserProject.LatestDockerfile)
            .Write("containerfile", UserProject.LatestDockerfile)
            .Write("docker/dockerfile", UserProject.LatestDockerfile)
            .Write("docker/web.Dockerfile", UserProject.LatestDockerfile)
            .Write("Docker/Dockerfile.worker", UserProject.LatestDockerfile)
            .Write("Docker/Dockerfile.md", "How to build\n");
        await AssertGuardedAsync(
        [
            "Dockerfile", "worker.Dockerfile", "Dockerfile.debug", "containerfile", "docker/dockerfile",
            "docker/web.Dockerfile", "Docker/Dockerfile.worker",
        ]);
    }

    [TestMethod]
    public async Task Ignore_files_and_other_neighbours_are_no_Dockerfiles()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        foreach (var name in new[]
        {
            ".dockerignore", "Dockerfile.dockerignore", "Dockerfile.md", "Dockerfile.orig", "sub/Dockerfile",
            "Dockerfile.original", "docker/Dockerfile.template",
        })
        {
            Folder.Write(name, UserProject.LatestDockerfile);
        }

        await AssertGuardedAsync(["Dockerfile"]);
    }

    [TestMethod]
    public async Task The_Dockerfile_of_the_Visual_Studio_container_tools_is_guarded()
    {
        Folder.Write("deploy/Containerfile", UserProject.LatestDockerfile);
        await AssertGuardedAsync(["deploy/Containerfile"], "-p:DockerfileFile=deploy/Containerfile");
    }

    [TestMethod]
    public async Task DockerGuardDockerfile_Include_adds_a_file()
    {
        Folder.Write("deploy/Containerfile", UserProject.LatestDockerfile)
            .Write("Dockerfile", UserProject.LatestDockerfile);
        WriteItems("""<DockerGuardDockerfile Include="deploy/Containerfile" />""");
        await AssertGuardedAsync(["Dockerfile", "deploy/Containerfile"]);
    }

    [TestMethod]
    public async Task DockerGuardDockerfile_Remove_takes_one_away()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile)
            .Write("worker.Dockerfile", UserProject.LatestDockerfile);
        WriteItems("""<DockerGuardDockerfile Remove="worker.Dockerfile" />""");
        await AssertGuardedAsync(["Dockerfile"]);
    }

    [TestMethod]
    public async Task Without_default_items_only_listed_files_are_guarded()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile)
            .Write("worker.Dockerfile", UserProject.LatestDockerfile);
        WriteItems("""<DockerGuardDockerfile Include="worker.Dockerfile" />""");
        await AssertGuardedAsync(["worker.Dockerfile"], "-p:DockerGuardEnableDefaultItems=false");
    }

    [TestMethod]
    public async Task Stage_names_the_one_that_ships()
    {
        Folder.Write(
            "Dockerfile", UserProject.RootDockerfile.Replace(
                "ENTRYPOINT",
                "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS final\nENTRYPOINT",
                StringComparison.Ordinal)
                .Replace("chiseled-extra\nWORKDIR", "chiseled-extra AS debug\nWORKDIR", StringComparison.Ordinal));
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings, "the last stage is not root");
        WriteItems("""<DockerGuardDockerfile Update="Dockerfile" Stage="debug" />""");
        (await Folder.BuildAsync()).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task BuildArguments_are_the_values_of_ARGs()
    {
        Folder.Write("Dockerfile", "ARG TAG=10.0-noble-chiseled-extra\nFROM mcr.microsoft.com/dotnet/aspnet:${TAG}\n");
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
        WriteItems("""<DockerGuardDockerfile Update="Dockerfile" BuildArguments="OTHER=1;TAG=latest" />""");
        (await Folder.BuildAsync()).Single("DG1004");
    }

    [TestMethod]
    public async Task A_finding_has_code_category_help_and_its_whole_place()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        var finding = (await Folder.BuildAsync()).Single("DG2001");
        Assert.AreEqual(Folder["Dockerfile"], finding.File);
        Assert.AreEqual("Dockerfile(9,6,9,10)", finding.Place);
        Assert.AreEqual("error", finding.Severity);
        Assert.AreEqual("DockerGuard", finding.Subcategory);
        Assert.AreEqual(Folder["Shop.csproj"], finding.Project);
    }

    [TestMethod]
    public async Task The_help_link_of_a_finding_leads_to_its_page_in_this_repository()
    {
        // A binary log has no help links; a terminal makes the code one.
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        var output = (await Folder.BuildAsync("--tl:on")).Output;
        const string Page = "/src/DockerGuard.Rules/Rules/Privileges/DG2001RootUser.md";
        StringAssert.Contains(output, Page + "\u001b\\DG2001\u001b]8;;");
        Assert.IsTrue(File.Exists(RepositoryRoot.File(Page.TrimStart('/'))));
    }

    [TestMethod]
    public async Task A_finding_over_several_lines_says_where_it_ends()
    {
        Folder.Write("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra\nCOPPY a b\n");
        Assert.AreEqual(2, (await Folder.BuildAsync()).EnsureFailedWith("DG0001").Single("DG0001").Line);
    }

    [TestMethod]
    public async Task A_comment_with_a_reason_silences_a_finding()
    {
        Folder.Write(
            "Dockerfile", UserProject.RootDockerfile.Replace(
                "USER root",
                "# dockerguard ignore=DG2001 the tool needs raw sockets\nUSER root",
                StringComparison.Ordinal));
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task The_binary_log_carries_the_Dockerfile()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile);
        var outcome = (await Folder.BuildAsync()).EnsureSuccess();
        Assert.AreEqual(UserProject.LatestDockerfile, outcome.EmbeddedFile("Dockerfile"));
    }

    [TestMethod]
    public async Task The_binary_log_carries_a_Dockerfile_with_an_error()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        var outcome = (await Folder.BuildAsync()).EnsureFailedWith("DG2001");
        Assert.AreEqual(UserProject.RootDockerfile, outcome.EmbeddedFile("Dockerfile"));
    }

    private void WriteItems(string items) =>
        Folder.Write("Directory.Build.targets", $"<Project><ItemGroup>{items}</ItemGroup></Project>");

    private async Task AssertGuardedAsync(string[] files, params string[] arguments)
    {
        var outcome = (await Folder.BuildAsync(arguments)).EnsureSuccess();
        CollectionAssert.AreEquivalent(
            files.Select(file => Folder[file]).ToArray(),
            outcome.Findings.Select(finding => finding.File).ToArray(),
            outcome.Output);
    }
}
