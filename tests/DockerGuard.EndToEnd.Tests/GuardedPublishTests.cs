using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>The SDK way with the package: what is chosen, checked and pushed.</summary>
[TestClass]
public sealed class GuardedPublishTests
{
    private const string Metadata = """

          <PropertyGroup>
            <Version>2.1.0</Version>
            <Description>Sells; and ships: everything</Description>
            <Company>Contoso</Company>
            <RepositoryUrl>https://user:token@git.contoso.example/shop.git</RepositoryUrl>
          </PropertyGroup>
        """;

    [TestMethod]
    public async Task The_safest_base_is_chosen_pinned_and_labelled_and_the_image_runs_hardened()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(bases, "guarded", Metadata);

        var publish = (await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=2.1.0")).EnsureSuccess();

        StringAssert.Contains(
            publish.Output,
            $"DockerGuard: base {bases.Host}/dotnet/aspnet:10.0-noble-chiseled-extra (globalization is on, so -extra)");
        StringAssert.Contains(publish.Output, "labels, user 1654, ports 8080, base pinned to sha256:");

        var config = (await target.GetConfigurationAsync("team/web", "2.1.0"))["config"]!;
        Assert.AreEqual("1654", (string?)config["User"]);
        Assert.IsNotNull(config["ExposedPorts"]!["8080/tcp"]);
        var labels = config["Labels"]!;
        var digest = await bases.AddTagAsync("dotnet/aspnet", "10.0-noble-chiseled-extra");
        Assert.AreEqual($"{bases.Host}/dotnet/aspnet:10.0-noble-chiseled-extra@{digest}", Label(labels, "base.name"));
        Assert.AreEqual("2.1.0", Label(labels, "version"));
        Assert.AreEqual("2.1.0", Label(labels, "ref.name"));
        Assert.AreEqual("Web", Label(labels, "title"));
        Assert.AreEqual("Contoso", Label(labels, "vendor"));
        Assert.AreEqual("Sells; and ships: everything", Label(labels, "description"));
        Assert.AreEqual(
            "https://git.contoso.example/shop",
            Label(labels, "source"),
            "a clone address may carry a token, a label must not");
        Assert.IsNotNull(Label(labels, "created"));
        Assert.IsNotNull(Label(labels, "base.digest"));

        var engine = await EndToEndEnvironment.EngineAsync();
        await using var container = await engine.StartWebContainerAsync($"{target.Host}/team/web:2.1.0");
        Assert.AreEqual("guarded", await container.GetAsync("/"));
    }

    [TestMethod]
    public async Task The_default_container_profile_is_guarded_too()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(
            bases, "profile", "<PropertyGroup><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup>");

        var publish = (await project.RunDotnetAsync(
            "publish",
            "-p:PublishProfile=DefaultContainer",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1")).EnsureSuccess();

        StringAssert.Contains(
            publish.Output,
            $"base {bases.Host}/dotnet/aspnet:10.0-noble-chiseled (globalization is invariant, so without ICU)");
        CollectionAssert.AreEqual(new[] { "1" }, (await target.ListTagsAsync("team/web")).ToArray());
    }

    [TestMethod]
    public async Task A_written_base_goes_through_the_mirror()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(bases, "mirror",
            "<PropertyGroup><ContainerBaseImage>mcr.microsoft.com/dotnet/aspnet:10.0-noble</ContainerBaseImage>"
                + "</PropertyGroup>");

        var publish = (await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1")).EnsureSuccess();

        StringAssert.Contains(
            publish.Output,
            $"base {bases.Host}/dotnet/aspnet:10.0-noble (the policy's mirror of "
                + "mcr.microsoft.com/dotnet/aspnet:10.0-noble)");
        Assert.AreEqual("1654", (string?)(await target.GetConfigurationAsync("team/web", "1"))["config"]!["User"]);
    }

    [TestMethod]
    public async Task A_project_that_breaks_policy_pushes_nothing()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(
            bases, "root", "<PropertyGroup>\n    <ContainerUser>root</ContainerUser>\n  </PropertyGroup>");

        var publish = await project.RunDotnetAsync(
            "publish", "-t:PublishContainer", $"-p:ContainerRegistry={target.Host}", "-p:ContainerRepository=team/web");

        Assert.AreNotEqual(0, publish.ExitCode, publish.Output);
        StringAssert.Contains(publish.Output, "DockerGuard error DG2001: the image runs as root (user 'root')");
        StringAssert.Matches(publish.Output, new(@"Web\.csproj\(\d+,20,\d+,24\): DockerGuard error DG2001"));
        Assert.IsEmpty(await target.ListRepositoriesAsync(), "nothing may leave before it is checked");
    }

    [TestMethod]
    public async Task A_warning_made_an_error_pushes_nothing()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(bases, "port",
            "<PropertyGroup><WarningsAsErrors>$(WarningsAsErrors);DG2002</WarningsAsErrors></PropertyGroup><ItemGroup>"
                + "<ContainerPort Include=\"80\" Type=\"tcp\" /></ItemGroup>");

        var publish = await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1");

        Assert.AreNotEqual(0, publish.ExitCode, publish.Output);
        StringAssert.Contains(publish.Output, "error DG2002");
        Assert.IsEmpty(await target.ListRepositoriesAsync());
    }

    [TestMethod]
    public async Task A_base_of_ones_own_is_judged_by_its_configuration()
    {
        // Without the mirror in the policy nothing in this name says what it is: only its configuration in the registry
        // does.
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(bases, "own",
            $"<PropertyGroup><ContainerBaseImage>{bases.Host}/dotnet/aspnet:10.0-noble-chiseled</ContainerBaseImage>"
                + "</PropertyGroup>");
        project.Write(".dockerguard.yml", "profile: recommended\n");

        var publish = (await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1")).EnsureSuccess();

        StringAssert.Contains(publish.Output, "user 1654, ports 8080");
    }

    [TestMethod]
    public async Task A_registry_the_policy_does_not_trust_is_an_error_at_the_written_base()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        await using var target = await LoopbackRegistry.StartAsync();
        using var project = await GuardedProject.CreateAsync(bases, "untrusted",
            "<PropertyGroup>\n    "
                + $"<ContainerBaseImage>{bases.Host}/dotnet/aspnet:10.0-noble-chiseled</ContainerBaseImage>\n  "
                + "</PropertyGroup>");
        project.Write(".dockerguard.yml", """
            registries:
              trusted: [registry.contoso.com]
            """);

        var publish = await project.RunDotnetAsync(
            "publish",
            "-t:PublishContainer",
            $"-p:ContainerRegistry={target.Host}",
            "-p:ContainerRepository=team/web",
            "-p:ContainerImageTag=1");

        Assert.AreNotEqual(0, publish.ExitCode, publish.Output);
        StringAssert.Matches(publish.Output, new(@"Web\.csproj\(\d+,25,\d+,\d+\): DockerGuard error DG1001: image '"));
        Assert.IsEmpty(await target.ListRepositoriesAsync());
    }

    private static string? Label(JsonNode labels, string name) => (string?)labels["org.opencontainers.image." + name];
}
