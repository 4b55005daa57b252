using System.Linq;
using System.Threading.Tasks;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// A publish for several platforms, where the 10.0 SDK alone cuts labels at ':' and fails on ';' (dotnet/sdk#52732).
/// </summary>
[TestClass]
public sealed class MultiPlatformPublishTests
{
    // No apphost or runtime packs: the feed of these tests holds none, and a framework-dependent application needs
    // none.
    private const string TwoPlatforms = """

          <PropertyGroup>
            <RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers>
            <UseAppHost>false</UseAppHost>
            <EnableAppHostPackDownload>false</EnableAppHostPackDownload>
            <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
            <Description>Sells; and ships: everything, 100 %</Description>
            <PackageProjectUrl>https://shop.contoso.example:8443/about</PackageProjectUrl>
          </PropertyGroup>
          <ItemGroup>
            <ContainerEnvironmentVariable Include="Shop__Endpoint" Value="https://api.contoso.example:444/v1;retry=3" />
          </ItemGroup>
        """;

    [TestMethod]
    public async Task Labels_and_variables_keep_their_whole_value_on_every_platform()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(bases, "multi", TwoPlatforms);

        (await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1.0")).EnsureSuccess();

        var index = await target.GetManifestAsync("team/web", "1.0");
        Assert.HasCount(2, index["manifests"]!.AsArray());
        foreach (var architecture in new[] { "amd64", "arm64" })
        {
            var config = (await target.GetConfigurationAsync("team/web", "1.0", architecture))["config"]!;
            Assert.AreEqual(
                "Sells; and ships: everything, 100 %",
                (string?)config["Labels"]!["org.opencontainers.image.description"],
                architecture);
            Assert.AreEqual(
                "https://shop.contoso.example:8443/about",
                (string?)config["Labels"]!["org.opencontainers.image.url"],
                architecture);
            StringAssert.Contains(
                (string?)config["Labels"]!["org.opencontainers.image.base.name"], "@sha256:", architecture);
            CollectionAssert.Contains(
                config["Env"]!.AsArray().Select(variable => (string)variable!).ToArray(),
                "Shop__Endpoint=https://api.contoso.example:444/v1;retry=3",
                architecture);
            Assert.AreEqual("1654", (string?)config["User"], architecture);
        }
    }

    [TestMethod]
    public async Task A_platform_the_base_does_not_have_is_one_error_and_nothing_is_pushed()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(
            bases, "multi", TwoPlatforms.Replace("linux-arm64", "linux-arm"));

        var publish = await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1.0");

        Assert.AreNotEqual(0, publish.ExitCode, publish.Output);
        StringAssert.Contains(publish.Output, "error DG0009");
        Assert.IsEmpty(await target.ListRepositoriesAsync());
    }
}
