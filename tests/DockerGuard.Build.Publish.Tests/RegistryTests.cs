using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Build.Publish.Tests;

/// <summary>What the base's registry says, and what a registry that says nothing is worth.</summary>
[TestClass]
public sealed class RegistryTests
{
    private const string RootConfig = """{ "ExposedPorts": { "8080/tcp": {} } }""";

    [TestMethod]
    public async Task The_base_is_pinned_to_what_was_read()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Task.Labels = Items.Of(("org.opencontainers.image.base.name", "as the SDK wrote it"));
        project.Check();

        Assert.AreEqual(image.IndexDigest, project.Task.PinnedDigest);
        Assert.AreEqual(
            $"{registry.Host}/team/app:1.0@{image.IndexDigest}", project.Labels["org.opencontainers.image.base.name"]);
        StringAssert.Contains(project.Summary, $"base pinned to {image.IndexDigest[..19]}, ");
    }

    [TestMethod]
    public async Task User_ports_and_variables_are_those_of_the_base()
    {
        var image = new SampleImage(config: """
            { "User": "root", "Env": [ "APP_UID=1654", "ASPNETCORE_HTTP_PORTS=81" ],
              "ExposedPorts": { "80/tcp": {} } }
            """);
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Check();

        Assert.AreEqual("", project.Findings);
        StringAssert.Contains(project.Summary, "user 1654, ports 80, 81, ");
    }

    [TestMethod]
    public async Task A_base_of_root_is_found_where_it_is_written()
    {
        var image = new SampleImage(config: RootConfig);
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Check(succeeds: false);

        Assert.AreEqual("error DG2001 Web.csproj(3,25)", project.Findings);
    }

    [TestMethod]
    public async Task The_project_overrides_its_base()
    {
        var image = new SampleImage(config: RootConfig);
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Task.ContainerUser = "1000";
        project.Task.Ports = [Items.With("9090", "Type", "tcp")];
        project.Check();

        StringAssert.Contains(project.Summary, "user 1000, ports 8080, 9090, ");
    }

    [TestMethod]
    public async Task Every_platform_is_read_and_the_index_is_what_is_pinned()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Task.RuntimeIdentifiers = ["linux-x64", "linux-arm64"];
        project.Check();

        Assert.AreEqual(image.IndexDigest, project.Task.PinnedDigest);
        var read = string.Join(' ', registry.Requests.Select(request => request.Path));
        StringAssert.Contains(read, image.ManifestDigests["amd64"]);
        StringAssert.Contains(read, image.ManifestDigests["arm64"]);
    }

    [TestMethod]
    public async Task Every_platform_is_judged_and_what_only_some_have_names_them()
    {
        var image = new SampleImage(
            config: """{ "User": "1654" }""",
            arm64Config: """{ "Env": [ "ASPNETCORE_ENVIRONMENT=Development" ] }""");
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Task.RuntimeIdentifiers = ["linux-x64", "linux-arm64", "linux-arm", "linux-musl-x64"];
        project.Check(succeeds: false);

        Assert.AreEqual(
            $"DG2001: the image runs as root: base '{registry.Host}/team/app:1.0' does, and no other user is set "
                + "(linux/arm64)\nDG2003: the image starts with ASPNETCORE_ENVIRONMENT=Development (linux/arm64)",
            string.Join('\n', project.Errors.Select(error => $"{error.Code}: {error.Message}")));
        Assert.AreEqual("error DG2001 Web.csproj(3,25); error DG2003 Web.csproj(3,25)", project.Findings);
        Assert.AreEqual(
            3, registry.Requests.Count(request => request.Path.Contains("/blobs/")), "two names of one platform");
    }

    [TestMethod]
    public async Task What_all_platforms_have_is_told_once_and_the_summary_tells_them_apart()
    {
        var image = new SampleImage(
            config: """{ "User": "1654", "Env": [ "ASPNETCORE_ENVIRONMENT=Development" ] }""",
            arm64Config: """{ "User": "1001", "Env": [ "ASPNETCORE_ENVIRONMENT=Development" ] }""");
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Task.RuntimeIdentifiers = ["linux-x64", "linux-arm64"];
        project.Check(succeeds: false);
        Assert.AreEqual("the image starts with ASPNETCORE_ENVIRONMENT=Development", project.Errors.Single().Message);

        using var lenient = new PublishedProject().On(registry.Host).Set(("NoWarn", "DG2003"));
        lenient.Task.RuntimeIdentifiers = ["linux-x64", "linux-arm64"];
        lenient.Check();
        StringAssert.Contains(lenient.Summary, "user 1654 (linux/amd64), 1001 (linux/arm64), no ports, ");
    }

    [TestMethod]
    public async Task An_image_without_an_index_serves_no_second_platform()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Task.BaseDigest = image.ManifestDigests["amd64"];
        project.Task.RuntimeIdentifiers = ["linux-x64", "linux-arm64"];

        StringAssert.Contains(project.Refuse().Message, "it does not exist for linux/arm64, only for 'linux/amd64'");
    }

    [TestMethod]
    [DataRow("registries: {trusted: [registry.contoso.com]}", "error DG1001 Web.csproj(3,25)")]
    [DataRow(
        "registries: {trusted: [registry.contoso.com]}\nrules: {DG1001: error}", "error DG1001 Web.csproj(3,25)")]
    public async Task A_registry_that_is_not_trusted_is_not_asked(string policy, string expected)
    {
        await using var registry = new FakeRegistry(new SampleImage().Answer);
        using var project = new PublishedProject().On(registry.Host).With(".dockerguard.yml", policy);
        project.Check(succeeds: false);

        Assert.AreEqual(expected, project.Findings);
        Assert.IsEmpty(registry.Requests);
    }

    [TestMethod]
    [DataRow("waivers: [{rule: DG1001, reason: r, owner: o, expires: 2027-06-30}]", "")]
    [DataRow("rules: {DG1001: warning}", "warning DG1001 Web.csproj(3,25)")]
    public async Task A_registry_that_the_policy_lets_pass_is_asked(string more, string expected)
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host)
            .With(".dockerguard.yml", "registries: {trusted: [registry.contoso.com]}\n" + more);
        project.Check();

        Assert.AreEqual(expected, project.Findings);
        Assert.AreEqual(image.IndexDigest, project.Task.PinnedDigest);
    }

    [TestMethod]
    public async Task A_platform_the_base_does_not_have_ends_the_check()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Task.RuntimeIdentifiers = ["linux-x64", "linux-riscv64"];

        StringAssert.Contains(project.Refuse().Message, "linux/riscv64");
        Assert.AreEqual("error DG0009 Web.csproj(3,25)", project.Findings);
    }

    [TestMethod]
    public async Task A_written_digest_is_what_is_read_and_kept()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);
        project.Task.BaseDigest = image.ManifestDigests["amd64"];
        project.Check();

        Assert.AreEqual(image.ManifestDigests["amd64"], project.Task.PinnedDigest);
        Assert.IsFalse(registry.Requests.Any(request => request.Path.Contains(image.IndexDigest)));
    }

    [TestMethod]
    public async Task A_project_may_refuse_to_be_pinned()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host).Set(("DockerGuardPinBaseImage", "false"));
        project.Check();

        Assert.IsNull(project.Task.PinnedDigest);
        Assert.IsFalse(registry.Requests.IsEmpty);
        StringAssert.Contains(project.Summary, ", base not pinned, ");
    }

    [TestMethod]
    public async Task A_project_may_keep_its_registry_unasked()
    {
        await using var registry = new FakeRegistry(new SampleImage().Answer);
        using var project = new PublishedProject().On(registry.Host).Offline();
        project.Task.ContainerUser = "1654";
        project.Check();

        Assert.IsNull(project.Task.PinnedDigest);
        Assert.IsEmpty(registry.Requests);
    }

    [TestMethod]
    public void A_registry_that_is_down_ends_the_check_where_the_base_is_written()
    {
        var host = NobodyListens();
        using var project = new PublishedProject().On(host);

        StringAssert.StartsWith(project.Refuse().Message, $"cannot read image {host}/team/app:1.0: ");
        Assert.AreEqual("error DG0009 Web.csproj(3,25)", project.Findings);
        Assert.IsNull(project.Task.PinnedDigest);
    }

    [TestMethod]
    public void A_policy_may_let_the_name_of_the_base_do_but_then_it_is_not_pinned()
    {
        var host = NobodyListens();
        using var project = new PublishedProject().On(host, "mcr/dotnet/aspnet", "10.0-noble-chiseled-extra").With(
            ".dockerguard.yml",
            $"rules: {{DG0009: warning}}\nregistries: {{mirrors: {{mcr.microsoft.com: '{host}/mcr'}}}}");
        project.Check();

        Assert.AreEqual("warning DG0009 Web.csproj(3,25)", project.Findings);
        StringAssert.StartsWith(
            project.Summary,
            "DockerGuard: 3 labels, user 1654, ports 8080, base not pinned, 1 warning; policy .dockerguard.yml (");
        Assert.IsNull(project.Task.PinnedDigest);
        Assert.HasCount(2, project.Labels);
    }

    [TestMethod]
    public async Task What_is_not_what_its_digest_says_is_not_built_on()
    {
        var image = new SampleImage();
        image.Content["manifests/" + image.ManifestDigests["amd64"]] =
            FakeAnswer.Json(SampleImage.Manifest("sha256:" + new string('0', 64)), SampleImage.OciManifest);
        await using var registry = new FakeRegistry(image.Answer);
        using var project = new PublishedProject().On(registry.Host);

        Assert.AreEqual("DG0009", project.Refuse().Code);
        Assert.IsNull(project.Task.PinnedDigest);
    }

    [TestMethod]
    public async Task The_patience_of_the_project_is_kept()
    {
        await using var registry = new FakeRegistry(_ => Silence());
        using var project = new PublishedProject().On(registry.Host).Set(("DockerGuardRegistryTimeout", "1"));

        StringAssert.Contains(project.Refuse().Message, "within 1 second");
    }

    /// <summary>
    /// The registry never answers and may be waited for ten minutes, which would be told as another error.
    /// </summary>
    [TestMethod]
    public async Task A_build_that_is_cancelled_waits_for_no_registry()
    {
        using var project = new PublishedProject();
        await using var registry = new FakeRegistry(_ =>
        {
            project.Task.Cancel();
            return Silence();
        });
        project.On(registry.Host).Set(("DockerGuardRegistryTimeout", "600"));

        Assert.AreEqual($"reading base '{registry.Host}/team/app:1.0' was cancelled", project.Refuse().Message);
        Assert.HasCount(1, registry.Requests);
    }

    private static FakeAnswer Silence() =>
        FakeAnswer.Write((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));

    private static string NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener.LocalEndpoint.ToString()!;
    }
}
