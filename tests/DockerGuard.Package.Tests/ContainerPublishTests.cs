using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>
/// Container publishes that fail before anything is pushed, with the base image judged by its name alone.
/// </summary>
[TestClass]
public sealed class ContainerPublishTests : SharedProjectTests<ContainerPublishTests>, IDisposable
{
    private const string ByName = "-p:DockerGuardReadBaseImage=false";
    private readonly LoopbackListener _registry = new(Misbehaviour.HangsUp);

    protected override bool ArePublishing => true;

    public void Dispose() => _registry.Dispose();

    [TestMethod]
    public async Task Root_is_an_error_at_the_element_of_the_project()
    {
        Add("<PropertyGroup>\n    <ContainerUser>root</ContainerUser>\n  </PropertyGroup>");
        await AssertStoppedAsync("DG2001", "<ContainerUser>", "root");
    }

    [TestMethod]
    public async Task Root_set_for_the_whole_repository_is_an_error_at_the_element_there()
    {
        Folder.Write(
            "Directory.Build.props",
            "<Project>\n  <PropertyGroup>\n      <ContainerUser>0:0</ContainerUser>\n  </PropertyGroup>\n</Project>\n");
        var finding = (await PublishAsync()).EnsureFailedWith("DG2001").Single("DG2001");
        Assert.AreEqual(Folder["Directory.Build.props"], finding.File);
        Assert.AreEqual("Directory.Build.props(3,22,3,25)", finding.Place);
        AssertNobodyCame();
    }

    [TestMethod]
    public async Task Root_given_on_the_command_line_is_an_error_at_the_project_file()
    {
        var finding = (await PublishAsync("-p:ContainerUser=root")).EnsureFailedWith("DG2001").Single("DG2001");
        Assert.AreEqual(Folder["Shop.csproj"], finding.File);
        Assert.AreEqual((1, 1), (finding.Line, finding.Column));
        AssertNobodyCame();
    }

    [TestMethod]
    public async Task The_Development_environment_is_an_error_at_its_item()
    {
        Add("""<ItemGroup><ContainerEnvironmentVariable Include="ASPNETCORE_ENVIRONMENT" Value="Development" """
            + """/></ItemGroup>""");
        await AssertStoppedAsync("DG2003", "<ContainerEnvironmentVariable ", "Development");
    }

    [TestMethod]
    public async Task A_secret_in_the_environment_is_an_error_at_its_item_and_its_value_stays_secret()
    {
        Add("""<ItemGroup><ContainerEnvironmentVariable Include="ConnectionStrings__Shop" """
            + """Value="Server=db;Password=hunter2" /></ItemGroup>""");
        var outcome = await AssertStoppedAsync(
            "DG3002", "<ContainerEnvironmentVariable ", "Server=db;Password=hunter2");
        Assert.IsFalse(outcome.Output.Contains("hunter2", StringComparison.Ordinal), outcome.Output);
    }

    [TestMethod]
    public async Task A_base_of_another_NET_version_is_an_error_where_it_is_written()
    {
        Add("<PropertyGroup>"
            + "<ContainerBaseImage>mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra</ContainerBaseImage>"
            + "</PropertyGroup>");
        var outcome = await AssertStoppedAsync(
            "DG7004", "<ContainerBaseImage>", "mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra");
        StringAssert.Contains(outcome.Single("DG7004").Message, "8.0");
    }

    [TestMethod]
    public async Task A_required_label_that_is_missing_is_an_error_at_the_project_file()
    {
        Folder.Write(".dockerguard.yml", "labels:\n  required: [com.contoso.team]\n");
        var finding = (await PublishAsync()).EnsureFailedWith("DG6001").Single("DG6001");
        Assert.AreEqual(Folder["Shop.csproj"], finding.File);
        AssertNobodyCame();
    }

    [TestMethod]
    public async Task A_required_label_that_is_empty_is_an_error_at_its_item()
    {
        Folder.Write(".dockerguard.yml", "labels:\n  required: [com.contoso.team]\n");
        Add("""<ItemGroup><ContainerLabel Include="com.contoso.team" Value="" /></ItemGroup>""");
        await AssertStoppedAsync("DG6001", "<ContainerLabel Include=\"com.contoso.team\" Value=\"", "");
    }

    [TestMethod]
    public async Task A_base_from_a_registry_that_is_not_trusted_is_an_error_where_it_is_written()
    {
        Folder.Write(".dockerguard.yml", "registries:\n  trusted: [registry.contoso.com]\n");
        Add("<PropertyGroup>"
            + "<ContainerBaseImage>mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra</ContainerBaseImage>"
            + "</PropertyGroup>");
        await AssertStoppedAsync(
            "DG1001", "<ContainerBaseImage>", "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra");
    }

    [TestMethod]
    public async Task WarningsAsErrors_stops_a_publish_at_a_privileged_port()
    {
        Add("""<PropertyGroup><WarningsAsErrors>DG2002</WarningsAsErrors></PropertyGroup><ItemGroup><ContainerPort """
            + """Include="80" Type="tcp" /></ItemGroup>""");
        await AssertStoppedAsync("DG2002", "<ContainerPort ", "80");
    }

    [TestMethod]
    public async Task A_privileged_port_alone_is_a_warning_and_the_publish_goes_on()
    {
        Add("""<ItemGroup><ContainerPort Include="80" Type="tcp" /></ItemGroup>""");
        var outcome = await PublishAsync();
        Assert.AreEqual("warning", outcome.Single("DG2002").Severity);
        Assert.IsFalse(outcome.ErrorCodes.Any(code => code.StartsWith("DG", StringComparison.Ordinal)), outcome.Output);
        StringAssert.Contains(outcome.Output, ", 1 warning");
    }

    [TestMethod]
    public async Task Pushing_as_latest_only_warns()
    {
        Assert.AreEqual("warning", (await PublishAsync("-p:ContainerImageTag=latest")).Single("DG6002").Severity);
    }

    [TestMethod]
    public async Task The_chosen_base_is_told_with_its_reason()
    {
        var outcome = await PublishAsync("-p:ContainerUser=root");
        StringAssert.Contains(outcome.Output, "DockerGuard: base mcr.microsoft.com/dotnet/aspnet:10.0-");
    }

    [TestMethod]
    public async Task A_broken_policy_stops_the_publish()
    {
        Folder.Write(".dockerguard.yml", "profile: strct\n");
        var outcome = await PublishAsync();
        Assert.AreNotEqual(0, outcome.ExitCode);
        Assert.IsTrue(outcome.ErrorCodes.All(code => code == "DG0003"), outcome.Output);
        AssertNobodyCame();
    }

    [TestMethod]
    [DataRow("--no-build")]
    [DataRow("--no-restore")]
    public async Task A_waiver_about_to_expire_is_told_once(string option)
    {
        Folder.Write(
            ".dockerguard.yml",
            "waivers:\n  - rule: DG2002\n    reason: until the proxy moves\n    owner: team-web\n    expires: "
                + "2026-06-08\n");
        var outcome = await Folder.RunAsync(
            "publish", "-c", "Release", option, "-t:PublishContainer", ByName, "-p:ContainerRegistry="
                + _registry.Host, "-p:ContainerImageTag=1.0");
        Assert.AreEqual("warning", outcome.Single("DG0008").Severity);
    }

    [TestMethod]
    [DataRow("false", "")]
    [DataRow("true", "https://github.com/acme/shop")]
    public async Task A_publish_that_compiles_nothing_knows_its_revision(string isPublished, string source)
    {
        const string Revision = "3f786850e387550fdab836ed7e6dc881de23001b";
        Folder.Write(".git/HEAD", "ref: refs/heads/main\n")
            .Write(".git/refs/heads/main", Revision + "\n")
            .Write(".git/objects/.keep", "")
            .Write(".git/config", """
                [core]
                    repositoryformatversion = 0
                [remote "origin"]
                    url = https://github.com/acme/shop.git
                """);
        (await Folder.RunDotnetAsync(
            "msbuild", "-t:ComputeContainerConfig", "-p:NoBuild=true", ByName, "-p:PublishRepositoryUrl=" + isPublished,
            "-getItem:ContainerLabel", "-getResultOutputFile:" + Folder["labels.json"])).EnsureSuccess();
        using var answer = JsonDocument.Parse(await File.ReadAllTextAsync(Folder["labels.json"]));
        var values = answer.RootElement.GetProperty("Items").GetProperty("ContainerLabel").EnumerateArray()
            .ToLookup(
                label => label.GetProperty("Identity").GetString(), label => label.GetProperty("Value").GetString());
        Assert.AreEqual(Revision, values["org.opencontainers.image.revision"].Single());
        Assert.AreEqual(source, string.Concat(values["org.opencontainers.image.source"]));
    }

    [TestMethod]
    public async Task Nothing_is_written_when_an_archive_is_asked_for()
    {
        (await PublishAsync("-p:ContainerUser=root", "-p:ContainerArchiveOutputPath=" + Folder["shop.tar"]))
            .EnsureFailedWith("DG2001");
        Assert.IsFalse(File.Exists(Folder["shop.tar"]));
    }

    [TestMethod]
    public async Task An_app_no_Linux_image_runs_is_one_error()
    {
        var finding = (await PublishAsync("-p:ContainerRuntimeIdentifier=win-x64"))
            .EnsureFailedWith("DG0012")
            .Single("DG0012");
        Assert.AreEqual(Folder["Shop.csproj"], finding.File);
        AssertNobodyCame();
    }

    /// <summary>Publishes to the registry nobody may reach.</summary>
    private Task<BuildOutcome> PublishAsync(params string[] arguments) =>
        Folder.PublishContainerAsync(
            [ByName, "-p:ContainerRegistry=" + _registry.Host, "-p:ContainerImageTag=1.0", .. arguments]);

    /// <summary>One error, at the value in the element that caused it, and no connection to the registry.</summary>
    private async Task<BuildOutcome> AssertStoppedAsync(string code, string element, string value)
    {
        var outcome = (await PublishAsync()).EnsureFailedWith(code);
        var finding = outcome.Single(code);
        var lines = File.ReadAllLines(Folder["Shop.csproj"]);
        var line = Array.FindIndex(lines, text => text.Contains(element, StringComparison.Ordinal));
        var column = lines[line].IndexOf(
            value, lines[line].IndexOf(element, StringComparison.Ordinal) + element.Length, StringComparison.Ordinal)
            + 1;
        Assert.AreEqual(Folder["Shop.csproj"], finding.File);
        Assert.AreEqual($"Shop.csproj({line + 1},{column},{line + 1},{column + value.Length})", finding.Place);
        AssertNobodyCame();
        return outcome;
    }

    private void AssertNobodyCame() => Assert.AreEqual(0, _registry.Connections);

    private void Add(string content) =>
        Folder.Edit("Shop.csproj", "</Project>", $"\n  {content}\n</Project>");
}
