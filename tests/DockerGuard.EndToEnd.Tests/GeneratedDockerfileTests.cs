using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>The Dockerfile way: what is generated builds in a real builder and runs without rights.</summary>
[TestClass]
public sealed class GeneratedDockerfileTests
{
    [TestMethod]
    public async Task A_generated_Dockerfile_builds_lints_clean_and_runs_hardened()
    {
        SeededRegistry bases = await EndToEndEnvironment.RegistryAsync();
        ContainerEngine engine = await EndToEndEnvironment.EngineAsync();
        using ProjectFolder project = await GuardedProject.CreateAsync(bases, "generated", "<PropertyGroup><DockerGuardGenerateDockerfile>true</DockerGuardGenerateDockerfile><Description>It's a \"quoted\" $HOME</Description></PropertyGroup>", "profile: strict");

        CommandResult build = (await project.RunDotnetAsync("build")).EnsureSuccess();
        Assert.DoesNotContain("DG", build.Output.Replace("DockerGuard", ""), "what we write must pass our own rules");

        string text = await File.ReadAllTextAsync(project["Dockerfile"]);
        await bases.AddTagAsync("dotnet/sdk", SdkTag(text));
        (await engine.BuildAsync(project.Path, "web:generated", "Dockerfile", "--secret", $"id=nuget_config,src={project["nuget.config"]}")).EnsureSuccess();

        JsonNode config = (await engine.InspectImageAsync("web:generated"))["Config"]!;
        Assert.AreEqual("1654", (string?)config["User"]);
        Assert.AreEqual("It's a \"quoted\" $HOME", (string?)config["Labels"]!["org.opencontainers.image.description"]);
        await using RunningContainer container = await engine.StartWebContainerAsync("web:generated");
        Assert.AreEqual("generated", await container.GetAsync("/"));
    }

    private static string SdkTag(string dockerfile)
    {
        int start = dockerfile.IndexOf("/dotnet/sdk:", System.StringComparison.Ordinal) + "/dotnet/sdk:".Length;
        return dockerfile[start..dockerfile.IndexOf(' ', start)];
    }
}
