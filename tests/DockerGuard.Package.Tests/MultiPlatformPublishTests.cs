using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>
/// Publishes for several platforms to a registry on loopback: every platform is judged, and publishes of one project
/// that run at once keep to their own labels, variables and bases.
/// </summary>
[TestClass]
public sealed class MultiPlatformPublishTests : IAsyncDisposable
{
    private const string Base = "team/base", Target = "team/shop";

    // Each publish has a number: everything of its image carries it. What the SDK itself writes lies apart, too.
    private const string Numbered = """

          <PropertyGroup>
            <RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers>
            <UseAppHost>false</UseAppHost>
            <EnableAppHostPackDownload>false</EnableAppHostPackDownload>
            <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
            <PublishDir>$(MSBuildProjectDirectory)/bin/out/$(Number)/$(RuntimeIdentifier)/</PublishDir>
            <ContainerBaseImage>$(Registry)/team/base:$(Number)</ContainerBaseImage>
            <ContainerRegistry>$(Registry)</ContainerRegistry>
            <ContainerRepository>team/shop</ContainerRepository>
            <ContainerImageTag>$(Number)</ContainerImageTag>
          </PropertyGroup>
          <ItemGroup>
            <ContainerLabel Include="com.contoso.number" Value="no. $(Number): 100 %; 'all'" />
            <ContainerEnvironmentVariable Include="Shop__Endpoint" Value="https://$(Number).contoso.example:444/v1" />
          </ItemGroup>
        """;

    private const string Good = """{ "User": "1654", "ExposedPorts": { "8080/tcp": {} } }""";

    private static readonly string[] Architectures = ["amd64", "arm64"];
    private static ProjectFolder? _folder;

    private readonly MemoryRegistry _registry = new();

    [ClassCleanup]
    public static void Delete() => _folder?.Dispose();

    public ValueTask DisposeAsync() => _registry.DisposeAsync();

    [TestMethod]
    public async Task Every_platform_of_the_base_is_judged_before_anything_is_pushed()
    {
        _registry.With(
            Base,
            new SampleImage(config: Good, arm64Config: """{ "Env": [ "ASPNETCORE_ENVIRONMENT=Development" ] }"""),
            "worse");
        var folder = await FolderAsync();

        var outcome = await folder.RunAsync(Arguments("worse"));

        outcome.EnsureFailedWith("DG2001", "DG2003");
        StringAssert.EndsWith(outcome.Single("DG2001").Message, "no other user is set (linux/arm64)");
        Assert.AreEqual(
            "the image starts with ASPNETCORE_ENVIRONMENT=Development (linux/arm64)", outcome.Single("DG2003").Message);
        Assert.IsTrue(_registry.IsUntouched);
    }

    [TestMethod]
    public async Task Two_four_and_eight_publishes_of_one_build_keep_to_themselves()
    {
        var numbers = new[] { 2, 4, 8 }
            .SelectMany(count => Enumerable.Range(1, count).Select(number => $"{count}-{number}")).ToArray();
        var folder = await FolderAsync(numbers);
        folder.Write("All.proj", $"""
            <Project DefaultTargets="Two;Four;Eight">
              {Wave("Two", numbers[..2])}
              {Wave("Four", numbers[2..6])}
              {Wave("Eight", numbers[6..])}
            </Project>
            """);

        (await folder.RunDotnetAsync("build", "All.proj", "-m", "-nologo")).EnsureSuccess();

        foreach (var number in numbers) AssertOwn(number);
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(4)]
    [DataRow(8)]
    public async Task Publishes_of_several_processes_keep_to_themselves(int count)
    {
        var numbers = Enumerable.Range(1, count).Select(number => $"of{count}-{number}").ToArray();
        var folder = await FolderAsync(numbers);

        var results = await Task.WhenAll(
            numbers.Select(number => folder.RunDotnetAsync([.. Arguments(number), "--no-build", "-nr:false"])));

        foreach (var result in results) result.EnsureSuccess();
        foreach (var number in numbers) AssertOwn(number);
    }

    [TestMethod]
    public async Task Nothing_of_a_publish_is_left_and_no_image_has_a_label_of_ours()
    {
        var folder = await FolderAsync("left");

        (await folder.RunDotnetAsync([.. Arguments("left"), "--no-build"])).EnsureSuccess();

        AssertOwn("left");
        Assert.IsFalse(Labels("left", "amd64").AsObject().Any(label => label.Key.StartsWith("dockerguard")));
        foreach (var file in Directory.GetFiles(folder["obj"], "*", SearchOption.AllDirectories))
        {
            Assert.IsFalse(
                File.ReadAllText(file).Contains("left.contoso.example", StringComparison.Ordinal), file);
        }
    }

    [TestMethod]
    public async Task An_inner_build_that_gets_no_state_makes_no_image()
    {
        var folder = await FolderAsync("lost");

        // What an outer build without the package, or another version of the SDK, would do.
        folder.Write("Lost.proj", $"""
            <Project>
              <Target Name="Build">
                <PropertyGroup>
                  <Inner>{Properties("lost")};RuntimeIdentifier=linux-x64;ContainerRuntimeIdentifier=linux-x64</Inner>
                </PropertyGroup>
                <MSBuild Projects="Shop.csproj"
                         Targets="Publish;_ParseItemsForPublishingSingleContainer;_PublishSingleContainer"
                         Properties="$(Inner);_ContainerImageTags=lost;_ContainerLabel=a:b" />
              </Target>
            </Project>
            """);
        var outcome = await folder.RunAsync("build", "Lost.proj");

        outcome.EnsureFailedWith("DG0015");
        Assert.IsTrue(_registry.IsUntouched);
    }

    /// <summary>The project, compiled for every platform, and a registry with the bases it names.</summary>
    private async Task<ProjectFolder> FolderAsync(params string[] numbers)
    {
        if (_folder is null)
        {
            await using var first = new MemoryRegistry().With(Base, new SampleImage(config: Good), "first");
            _folder = await UserProject.WebAsync(Numbered);
            (await Reaching(_folder, first).RunDotnetAsync(Arguments("first", first))).EnsureSuccess();
        }

        if (numbers.Length > 0) _registry.With(Base, new SampleImage(config: Good), numbers);
        return Reaching(_folder, _registry);
    }

    private static ProjectFolder Reaching(ProjectFolder folder, MemoryRegistry registry) =>
        folder.SetVariable("DOTNET_CONTAINER_INSECURE_REGISTRIES", registry.Host);

    private string[] Arguments(string number) => Arguments(number, _registry);

    private static string[] Arguments(string number, MemoryRegistry registry) =>
        [
            "publish", "Shop.csproj", "--no-restore", "-t:PublishContainer", $"-p:Number={number}",
            $"-p:Registry={registry.Host}",
        ];

    private string Properties(string number) =>
        $"Configuration=Release;NoBuild=true;Number={number};Registry={_registry.Host}";

    private string Wave(string name, IEnumerable<string> numbers) => $"""
        <Target Name="{name}">
            <ItemGroup>
              {string.Join("\n", numbers.Select(number =>
                  $"""<{name} Include="Shop.csproj" AdditionalProperties="{Properties(number)}" />"""))}
            </ItemGroup>
            <MSBuild Projects="@({name})" Targets="Publish;PublishContainer" BuildInParallel="true" />
          </Target>
        """;

    private JsonNode Labels(string number, string architecture) =>
        _registry.Configuration(Target, number, architecture)["config"]!["Labels"]!;

    /// <summary>The image of every platform has its own labels, variables and base, whole.</summary>
    private void AssertOwn(string number)
    {
        foreach (var architecture in Architectures)
        {
            var labels = Labels(number, architecture);
            Assert.AreEqual($"no. {number}: 100 %; 'all'", (string?)labels["com.contoso.number"]);
            StringAssert.StartsWith(
                (string?)labels["org.opencontainers.image.base.name"],
                $"{_registry.Host}/{Base}:{number}@sha256:");
            Assert.AreEqual(number, (string?)labels["org.opencontainers.image.ref.name"]);
            var variables = _registry.Configuration(Target, number, architecture)["config"]!["Env"]!.AsArray();
            Assert.IsTrue(
                variables.Any(value => (string?)value == $"Shop__Endpoint=https://{number}.contoso.example:444/v1"),
                variables.ToJsonString());
        }
    }
}
