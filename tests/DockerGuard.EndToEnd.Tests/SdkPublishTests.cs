using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

[TestClass]
public sealed class SdkPublishTests
{
    // The SDK carries the packs of its own platform; for another one it would download them.
    private const string NoPacksOfOtherPlatforms =
        "<PropertyGroup><UseAppHost>false</UseAppHost><EnableAppHostPackDownload>false</EnableAppHostPackDownload>"
            + "<EnableRuntimePackDownload>false</EnableRuntimePackDownload></PropertyGroup>";

    [TestMethod]
    public async Task The_sdk_publishes_on_a_chiseled_base_and_the_image_runs_hardened()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        Assert.IsEmpty(await target.ListRepositoriesAsync());

        using var project = new ProjectFolder().WriteWebApplication("Web", "hello from the sdk").UseOnlyPackages();
        (await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerBaseImage={bases.Host}/dotnet/aspnet:10.0-noble-chiseled-extra",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1.0")).EnsureSuccess();

        CollectionAssert.AreEqual(new[] { "team/web" }, (await target.ListRepositoriesAsync()).ToArray());
        CollectionAssert.AreEqual(new[] { "1.0" }, (await target.ListTagsAsync("team/web")).ToArray());
        var config = (await target.GetConfigurationAsync("team/web", "1.0"))["config"]!;
        Assert.AreEqual("1654", (string?)config["User"]);
        Assert.IsNotNull(config["ExposedPorts"]!["8080/tcp"]);
        StringAssert.EndsWith(
            (string?)config["Labels"]!["org.opencontainers.image.base.name"],
            "/dotnet/aspnet:10.0-noble-chiseled-extra");

        var engine = await EndToEndEnvironment.EngineAsync();
        await using var container = await engine.StartWebContainerAsync($"{target.Host}/team/web:1.0");
        Assert.AreEqual("hello from the sdk", await container.GetAsync("/"));
    }

    [TestMethod]
    public async Task The_sdk_publishes_to_the_engine_when_no_registry_is_named()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var engine = await EndToEndEnvironment.EngineAsync();
        using var project =
            new ProjectFolder().WriteWebApplication("Web", "hello from the engine").UseOnlyPackages().UseEngine(engine);

        (await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerBaseImage={bases.Host}/dotnet/aspnet:10.0",
            "-p:ContainerRepository=local-web",
            "-p:ContainerImageTag=1.0")).EnsureSuccess();

        await using var container = await engine.StartWebContainerAsync("local-web:1.0");
        Assert.AreEqual("hello from the engine", await container.GetAsync("/"));
    }

    [TestMethod]
    public async Task The_sdk_publishes_an_index_for_two_architectures()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = new ProjectFolder()
            .WriteWebApplication("Web", "hello", NoPacksOfOtherPlatforms)
            .UseOnlyPackages();

        (await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            "-p:RuntimeIdentifiers=\"linux-x64;linux-arm64\"",
            $"-p:ContainerBaseImage={bases.Host}/dotnet/aspnet:10.0-noble-chiseled",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1.0")).EnsureSuccess();

        Assert.AreEqual("amd64", (string?)(await target.GetConfigurationAsync("team/web", "1.0"))["architecture"]);
        Assert.AreEqual(
            "arm64", (string?)(await target.GetConfigurationAsync("team/web", "1.0", "arm64"))["architecture"]);
    }
}
