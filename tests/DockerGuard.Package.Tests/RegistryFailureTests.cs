using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>Registries that do not give the base image: one clear error, in time, and nothing is pushed.</summary>
[TestClass]
public sealed class RegistryFailureTests : SharedProjectTests<RegistryFailureTests>
{
    protected override bool ArePublishing => true;

    [TestMethod]
    [DataRow(Misbehaviour.HangsUp)]
    [DataRow(Misbehaviour.Fails)]
    [DataRow(Misbehaviour.KeepsSilent)]
    [DataRow(Misbehaviour.AnswersGarbage)]
    [DataRow(Misbehaviour.AnswersNonsense)]
    public async Task A_registry_that_misbehaves_is_one_error_that_names_it(Misbehaviour misbehaviour)
    {
        using var registry = new LoopbackListener(misbehaviour);
        await AssertUnavailableAsync(registry.Host);
        Assert.IsGreaterThan(0, registry.Connections);
        Assert.IsFalse(registry.SawPush, string.Join('\n', registry.Requests));
    }

    [TestMethod]
    public async Task A_registry_that_is_down_is_one_error_that_names_it()
    {
        string host;
        using (var registry = new LoopbackListener(Misbehaviour.HangsUp)) host = registry.Host;

        await AssertUnavailableAsync(host);
    }

    [TestMethod]
    public async Task The_error_stands_where_the_base_is_written()
    {
        using var registry = new LoopbackListener(Misbehaviour.Fails);
        Folder.Edit(
            "Shop.csproj",
            "</Project>",
            "\n  <PropertyGroup>\n    "
                + $"<ContainerBaseImage>{registry.Host}/dotnet/aspnet:10.0-noble-chiseled</ContainerBaseImage>\n  "
                + "</PropertyGroup>\n</Project>");
        var finding = (await PublishAsync(registry.Host)).EnsureFailedWith("DG0009").Single("DG0009");
        var line = Array.FindIndex(
            File.ReadAllLines(Folder["Shop.csproj"]),
            text => text.Contains("<ContainerBaseImage>", StringComparison.Ordinal)) + 1;
        Assert.AreEqual((Folder["Shop.csproj"], line, 25), (finding.File, finding.Line, finding.Column));
    }

    [TestMethod]
    public async Task A_registry_that_is_not_trusted_is_refused_before_it_is_asked()
    {
        using var registry = new LoopbackListener(Misbehaviour.AnswersNonsense);
        Folder.Write(".dockerguard.yml", "registries:\n  trusted: [registry.contoso.com]\n");

        (await PublishAsync(registry.Host, Base(registry.Host))).EnsureFailedWith("DG1001");

        Assert.AreEqual(0, registry.Connections);
    }

    [TestMethod]
    public async Task A_proxy_that_is_down_is_told_as_a_proxy_and_without_its_password()
    {
        string proxy;
        using (var listener = new LoopbackListener(Misbehaviour.HangsUp)) proxy = listener.Host;
        Folder.SetVariable("https_proxy", $"http://user:s3cret@{proxy}").SetVariable("no_proxy", "");

        var outcome = (await PublishAsync("registry.example.com", Base("registry.example.com")))
            .EnsureFailedWith("DG0009");

        StringAssert.EndsWith(
            outcome.Single("DG0009").Message,
            $": the proxy 'http://{proxy}' (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY) refuses connections");
        Assert.DoesNotContain("s3cret", outcome.Output);
        Folder.SetVariable("https_proxy", null).SetVariable("no_proxy", null);
    }

    [TestMethod]
    public async Task Credentials_in_a_pipe_are_one_error_and_nobody_waits_for_them()
    {
        if (!File.Exists("/usr/bin/mkfifo"))
        {
            Assert.Inconclusive("this machine makes no pipes");
            return;
        }

        // Beside the project: within it the SDK would wait for what it takes for content.
        Directory.CreateDirectory(Folder["../login"]);
        Process.Start("/usr/bin/mkfifo", [Folder["../login/config.json"]]).WaitForExit();
        await using var registry = new FakeRegistry(
            _ => FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"team\"")));
        Folder.SetVariable("DOCKER_CONFIG", Folder["../login"]);

        var outcome = await Folder.SetVariable("DOTNET_CONTAINER_INSECURE_REGISTRIES", registry.Host)
            .PublishContainerAsync([.. Base(registry.Host), .. Destination(registry.Host)]);

        StringAssert.EndsWith(
            outcome.EnsureFailedWith("DG0009").Single("DG0009").Message, "config.json is not a regular file");
        Folder.SetVariable("DOCKER_CONFIG", null);
    }

    [TestMethod]
    public async Task An_interrupted_publish_waits_for_no_registry_and_pushes_nothing()
    {
        using var registry = new LoopbackListener(Misbehaviour.KeepsSilent);
        var result = await Folder
            .SetVariable("DOTNET_CONTAINER_INSECURE_REGISTRIES", registry.Host)
            .InterruptDotnetAsync(registry.FirstVisit, [
                "publish", "--no-build", "-t:PublishContainer", "-p:DockerGuardRegistryTimeout=600",
                .. Base(registry.Host), .. Destination(registry.Host),
            ]);
        Assert.AreNotEqual(0, result.ExitCode, result.Output);
        Assert.IsFalse(result.Output.Contains("   at ", StringComparison.Ordinal), result.Output);
        Assert.IsFalse(registry.SawPush, string.Join('\n', registry.Requests));
    }

    private async Task AssertUnavailableAsync(string host)
    {
        var outcome = (await PublishAsync(host, Base(host))).EnsureFailedWith("DG0009");
        StringAssert.Contains(outcome.Single("DG0009").Message, host);
    }

    private Task<BuildOutcome> PublishAsync(string host, params string[] arguments) =>
        Folder.SetVariable("DOTNET_CONTAINER_INSECURE_REGISTRIES", host)
            .PublishContainerAsync(["-p:DockerGuardRegistryTimeout=2", .. arguments, .. Destination(host)]);

    private static string[] Base(string host) => [$"-p:ContainerBaseImage={host}/dotnet/aspnet:10.0-noble-chiseled"];

    private static string[] Destination(string host) => [$"-p:ContainerRegistry={host}", "-p:ContainerImageTag=1.0"];
}
