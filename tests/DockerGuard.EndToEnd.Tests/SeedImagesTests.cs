using System;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// What the other tests rely on: the seeded bases differ where Microsoft's differ, and the restrictions restrict.
/// </summary>
[TestClass]
public sealed class SeedImagesTests
{
    [TestMethod]
    [DataRow("dotnet/aspnet", "10.0", null, false)]
    [DataRow("dotnet/aspnet", "10.0-noble-chiseled", "1654", true)]
    [DataRow("dotnet/runtime", "10.0-noble-chiseled-extra", "1654", false)]
    [DataRow("dotnet/runtime-deps", "10.0-noble-chiseled", "1654", true)]
    [DataRow("dotnet/sdk", "10.0-noble", null, false)]
    public async Task Configurations_carry_the_user_and_the_globalization_mode(
        string repository, string tag, string? user, bool isInvariant)
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var configuration = await bases.Registry.GetConfigurationAsync(repository, tag);
        string[] environment = [.. configuration["config"]!["Env"]!.AsArray().Select(variable => (string)variable!)];

        Assert.AreEqual(user, (string?)configuration["config"]!["User"]);
        Assert.AreEqual(isInvariant, environment.Contains("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true"));
        CollectionAssert.Contains(environment, "APP_UID=1654");
        Assert.IsNull(configuration["config"]!["ExposedPorts"]);
    }

    [TestMethod]
    public async Task A_tag_added_later_is_the_same_image_as_its_family()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();

        var digest = await bases.AddTagAsync("dotnet/sdk", "10.0.999-noble");

        Assert.AreEqual(digest, await bases.AddTagAsync("dotnet/sdk", "10.0-noble"));
        CollectionAssert.Contains((await bases.Registry.ListTagsAsync("dotnet/sdk")).ToArray(), "10.0.999-noble");
        string?[] architectures = [.. (await bases.Registry.GetManifestAsync("dotnet/sdk", digest))["manifests"]!
            .AsArray()
            .Select(image => (string?)image!["platform"]!["architecture"])];
        CollectionAssert.AreEqual(new[] { "amd64", "arm64" }, architectures);
    }

    [TestMethod]
    public async Task A_full_base_runs_as_root_and_has_a_shell_and_a_package_manager()
    {
        var result = await RunAsync(
            "dotnet/runtime-deps:10.0",
            ContainerRestrictions.None,
            "sh",
            "-c",
            "id -un && apt-get --version && dpkg-query -W libc6 && touch /probe");

        Assert.AreEqual(0, result.ExitCode, result.Output);
        StringAssert.StartsWith(result.Output, "root\n");
    }

    [TestMethod]
    public async Task A_chiseled_base_has_no_shell()
    {
        var result = await RunAsync(
            "dotnet/runtime-deps:10.0-noble-chiseled-extra", ContainerRestrictions.None, "/bin/sh", "-c", "true");

        Assert.AreEqual(127, result.ExitCode, result.Output);
    }

    [TestMethod]
    public async Task A_chiseled_runtime_starts_by_itself()
    {
        var result = await RunAsync("dotnet/runtime:10.0-noble-chiseled", ContainerRestrictions.Hardened);

        Assert.AreEqual(0, result.ExitCode, result.Output);
        StringAssert.Contains(result.Output, "Microsoft.NETCore.App 10.0");
    }

    [TestMethod]
    [DataRow("touch /probe", "Read-only file system")]
    [DataRow("touch /tmp/probe && chown 1654 /tmp/probe", "Operation not permitted")]
    [DataRow(
        "grep -q '^NoNewPrivs:.*1' /proc/self/status && grep '^CapEff' /proc/self/status && false", "0000000000000000")]
    public async Task A_hardened_container_cannot_do_what_it_must_not(string command, string answer)
    {
        var result = await RunAsync("dotnet/runtime-deps:10.0", ContainerRestrictions.Hardened, "sh", "-c", command);

        Assert.AreNotEqual(0, result.ExitCode, result.Output);
        StringAssert.Contains(result.Output, answer);
    }

    private static async Task<CommandResult> RunAsync(
        string image, ContainerRestrictions restrictions, params string[] arguments)
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var engine = await EndToEndEnvironment.EngineAsync();
        return await engine.RunToEndAsync($"{bases.Host}/{image}", restrictions, arguments);
    }
}
