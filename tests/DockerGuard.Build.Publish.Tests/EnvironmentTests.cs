using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Build.Publish.Tests;

/// <summary>What the environment of the build says about registries is heard as the SDK hears it.</summary>
[TestClass]
[DoNotParallelize]
public sealed class EnvironmentTests
{
    private const string User = "pusher", Password = "correct-horse-battery";

    private static readonly string Basic =
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));

    private readonly Dictionary<string, string?> _before = [];

    [TestCleanup]
    public void Restore()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
    }

    [TestMethod]
    public async Task Credentials_for_pulling_open_the_base_and_are_never_printed()
    {
        Set("DOTNET_CONTAINER_PULL_REGISTRY_UNAME", User);
        Set("DOTNET_CONTAINER_PULL_REGISTRY_PWORD", Password);
        var image = new SampleImage();
        await using var registry = Guarded(image);
        using var project = new PublishedProject().On(registry.Host);
        project.Check();

        Assert.AreEqual(image.IndexDigest, project.Task.PinnedDigest);
        EnsureUntold(project);
    }

    [TestMethod]
    public async Task Credentials_that_are_refused_are_not_printed_either()
    {
        Set("DOTNET_CONTAINER_PULL_REGISTRY_UNAME", User);
        Set("DOTNET_CONTAINER_PULL_REGISTRY_PWORD", Password);
        await using var registry = new FakeRegistry(_ => Challenge());
        using var project = new PublishedProject().On(registry.Host);

        Assert.AreEqual("DG0009", project.Refuse().Code);
        Assert.IsTrue(registry.Requests.Any(request => request.Authorization == Basic));
        EnsureUntold(project);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Credentials_for_pushing_are_given_only_to_the_registry_that_is_pushed_to(bool isSame)
    {
        Set("DOTNET_CONTAINER_REGISTRY_UNAME", User);
        Set("DOTNET_CONTAINER_REGISTRY_PWORD", Password);
        await using var registry = Guarded(new SampleImage());
        using var project = new PublishedProject().On(registry.Host);
        project.Task.Facts = Items.FactsOf(
            project.Folder, ("ContainerRegistry", isSame ? registry.Host : "registry.contoso.com"));
        project.Check(succeeds: isSame);

        Assert.AreEqual(isSame, registry.Requests.Any(request => request.Authorization is not null));
        EnsureUntold(project);
    }

    [TestMethod]
    public async Task Credentials_of_a_docker_login_open_the_base()
    {
        var image = new SampleImage();
        await using var registry = Guarded(image);
        using var project = new PublishedProject().On(registry.Host).With(
            "config.json", $$"""{ "auths": { "{{registry.Host}}": { "auth": "{{Basic["Basic ".Length..]}}" } } }""");
        Set("DOCKER_CONFIG", project.Folder.Path);
        project.Check();

        Assert.AreEqual(image.IndexDigest, project.Task.PinnedDigest);
        EnsureUntold(project);
    }

    /// <summary>A loopback name may always do without TLS; the machine's own name may when it is listed.</summary>
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_registry_without_TLS_is_read_when_the_environment_lists_it(bool isListed)
    {
        var machine = Dns.GetHostName();
        if (AddressOf(machine) is not { } address || !IPAddress.IsLoopback(address))
        {
            Assert.Inconclusive($"this machine's own name, '{machine}', has no loopback address");
            return;
        }

        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer, address: address);
        var host = $"{machine}:{registry.Port}";
        Set("DOTNET_CONTAINER_INSECURE_REGISTRIES", isListed ? "other.example.com;" + host : null);
        using var project = new PublishedProject().On(host);
        project.Check(succeeds: isListed);

        Assert.AreEqual(isListed ? image.IndexDigest : null, project.Task.PinnedDigest);
        if (!isListed) Assert.AreEqual("error DG0009 Web.csproj(3,25)", project.Findings);
    }

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    private static FakeRegistry Guarded(SampleImage image) =>
        new(request => request.Authorization == Basic ? image.Answer(request) : Challenge());

    private static FakeAnswer Challenge() => FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"team\""));

    private static void EnsureUntold(PublishedProject project)
    {
        foreach (var secret in new[] { Password, Basic["Basic ".Length..] })
            Assert.IsFalse(project.Output.Contains(secret, StringComparison.Ordinal), project.Output);
    }

    private static IPAddress? AddressOf(string machine)
    {
        // A proxy of the machine does not know its own name.
        HttpClient.DefaultProxy = new WebProxy();
        try
        {
            return Dns.GetHostAddresses(machine, AddressFamily.InterNetwork).FirstOrDefault();
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
