using System.IO;
using System.Threading.Tasks;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>The Dockerfile way: what is generated builds in a real builder and runs without rights.</summary>
[TestClass]
public sealed class GeneratedDockerfileTests
{
    [TestMethod]
    public async Task A_generated_Dockerfile_builds_lints_clean_and_runs_hardened()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var engine = await EndToEndEnvironment.EngineAsync();
        using var project = await GuardedProject.CreateAsync(
            bases,
            "generated",
            "<PropertyGroup><DockerGuardGenerateDockerfile>true</DockerGuardGenerateDockerfile><Description>It's a "
                + "\"quoted\" $HOME</Description></PropertyGroup>",
            "profile: strict");

        var build = (await project.RunDotnetAsync("build")).EnsureSuccess();
        Assert.DoesNotContain("DG", build.Output.Replace("DockerGuard", ""), "what we write must pass our own rules");

        await bases.AddSdkOfAsync(await File.ReadAllTextAsync(project["Dockerfile"]));
        (await engine.BuildAsync(
            project.Path, "web:generated", "Dockerfile", "--secret", $"id=nuget_config,src={project["nuget.config"]}"))
            .EnsureSuccess();

        var config = (await engine.InspectImageAsync("web:generated"))["Config"]!;
        Assert.AreEqual("1654", (string?)config["User"]);
        Assert.AreEqual("It's a \"quoted\" $HOME", (string?)config["Labels"]!["org.opencontainers.image.description"]);
        await using var container = await engine.StartWebContainerAsync("web:generated");
        Assert.AreEqual("generated", await container.GetAsync("/"));
    }
}
