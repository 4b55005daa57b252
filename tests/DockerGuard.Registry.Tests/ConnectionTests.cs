using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Oci;
using DockerGuard.Registry.Credentials;
using DockerGuard.Testing;

namespace DockerGuard.Registry.Tests;

/// <summary>Registries that are down, refuse, stall, break off, send elsewhere, or speak TLS.</summary>
[TestClass]
public sealed class ConnectionTests
{
    [TestMethod]
    public async Task Nobody_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.Unreachable, $"127.0.0.1:{port}/team/app:1.0"),
            "refuses connections");
    }

    [TestMethod]
    public async Task No_such_host() =>
        await RegistryTest.FailAsync(RegistryErrorKind.Unreachable, "registry.invalid/team/app:1.0");

    [TestMethod]
    [DataRow(401, RegistryErrorKind.Unauthorized)]
    [DataRow(403, RegistryErrorKind.Unauthorized)]
    [DataRow(404, RegistryErrorKind.NotFound)]
    [DataRow(418, RegistryErrorKind.InvalidResponse)]
    public async Task A_refusal_is_final(int status, RegistryErrorKind expected)
    {
        await using var registry = new FakeRegistry(_ => FakeAnswer.Empty(status));

        await RegistryTest.FailAsync(expected, $"{registry.Host}/team/app:1.0");

        Assert.HasCount(1, registry.Requests);
    }

    [TestMethod]
    [DataRow(429)]
    [DataRow(500)]
    [DataRow(503)]
    public async Task A_fault_is_asked_about_three_times(int status)
    {
        await using var registry = new FakeRegistry(_ => FakeAnswer.Empty(status));

        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.Unreachable, $"{registry.Host}/team/app:1.0"),
            status.ToString());

        Assert.HasCount(3, registry.Requests);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_passing_fault_is_got_over(bool breaksConnection)
    {
        var image = new SampleImage();
        var count = 0;
        var broken = FakeAnswer.Write((stream, cancellation) =>
            stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"u8.ToArray(), cancellation).AsTask());
        await using var registry = new FakeRegistry(request => Interlocked.Increment(ref count) <= 2
            ? (breaksConnection ? broken : FakeAnswer.Empty(503))
            : image.Answer(request));

        Assert.AreEqual(
            image.IndexDigest, (await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0")).IndexOrManifestDigest);
    }

    [TestMethod]
    public async Task A_registry_that_asks_for_long_patience_is_reported_at_once()
    {
        await using var registry = new FakeRegistry(_ => FakeAnswer.Empty(429, ("Retry-After", "3600")));

        await RegistryTest.FailAsync(RegistryErrorKind.Unreachable, $"{registry.Host}/team/app:1.0");

        Assert.HasCount(1, registry.Requests);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("HTTP/1.1 200 OK\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task A_registry_that_stalls_is_given_up_in_time(string beginning)
    {
        var answer = FakeAnswer.Write(async (stream, cancellation) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), cancellation);
            await Task.Delay(Timeout.Infinite, cancellation);
        });

        var message = await RegistryTest.FailAsync(
            RegistryErrorKind.Timeout, _ => answer, RegistryTest.Options(timeout: TimeSpan.FromMilliseconds(700)));

        StringAssert.Contains(message, "0.7 seconds");
    }

    [TestMethod]
    public async Task Cancellation_is_not_dressed_up_as_a_failure()
    {
        await using var registry =
            new FakeRegistry(_ => FakeAnswer.Write((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation)));
        var client = new RegistryClient(RegistryTest.Options());
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.Throws<OperationCanceledException>(() => client.ReadImages(
            ImageReference.Parse($"{registry.Host}/team/app"), [new Platform("linux", "amd64")], cancel.Token));
    }

    [TestMethod]
    public async Task Cancellation_is_none_either_where_something_fails_because_of_it()
    {
        await using var registry = new FakeRegistry(_ => FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=x")));
        using var cancel = new CancellationTokenSource();
        var client = new RegistryClient(RegistryTest.Options(new CancelledSource(cancel)));

        Assert.Throws<OperationCanceledException>(() => client.ReadImages(
            ImageReference.Parse($"{registry.Host}/team/app"), [new Platform("linux", "amd64")], cancel.Token));
    }

    [TestMethod]
    public async Task No_http_is_no_answer() =>
        await RegistryTest.FailAsync(
            RegistryErrorKind.Unreachable, _ => FakeAnswer.Write((stream, cancellation) =>
                stream.WriteAsync("220 mail.example.com ESMTP\r\n"u8.ToArray(), cancellation).AsTask()));

    [TestMethod]
    public async Task A_redirect_loop_ends()
    {
        await using var registry = new FakeRegistry(request => FakeAnswer.Empty(307, ("Location", request.Path)));

        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, $"{registry.Host}/team/app:1.0"),
            "more than 5 times");

        Assert.HasCount(6, registry.Requests);
    }

    [TestMethod]
    [DataRow("http://registry.example.com/elsewhere")]
    [DataRow("file:///etc/passwd")]
    [DataRow("ftp://127.0.0.1/x")]
    public async Task A_redirect_away_from_https_is_not_followed(string location) =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(
                RegistryErrorKind.InvalidResponse, _ => FakeAnswer.Empty(302, ("Location", location))), "not HTTPS");

    [TestMethod]
    public async Task A_loopback_registry_may_speak_tls_with_a_certificate_of_its_own()
    {
        using var certificate = LoopbackCertificate.Create();
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer, certificate);

        Assert.AreEqual(
            image.IndexDigest, (await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0")).IndexOrManifestDigest);
        Assert.HasCount(3, registry.Requests);
    }

    [TestMethod]
    [DataRow("localhost")]
    [DataRow("127.0.0.1")]
    public async Task A_loopback_registry_may_do_without_tls(string host)
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);

        Assert.AreEqual(
            image.IndexDigest,
            (await RegistryTest.ReadAsync($"{host}:{registry.Port}/team/app:1.0")).IndexOrManifestDigest);
    }

    [TestMethod]
    public async Task Only_a_configured_registry_beyond_this_machine_may_do_without_tls()
    {
        var machine = Dns.GetHostName();
        var handler = new RecordingHandler();
        RegistryOptions strict = new() { Handler = handler },
            lenient = new() { Handler = handler, InsecureRegistries = [machine + ":5000"] };

        await Assert.ThrowsExactlyAsync<RegistryException>(
            () => RegistryTest.ReadAsync($"{machine}:5000/team/app", strict));
        Assert.AreEqual("https", string.Join(',', handler.Schemes));

        await Assert.ThrowsExactlyAsync<RegistryException>(
            () => RegistryTest.ReadAsync($"{machine}:5000/team/app", lenient));
        Assert.AreEqual("https,https,http", string.Join(',', handler.Schemes));
    }

    [TestMethod]
    public async Task A_registry_with_tls_may_not_name_a_token_service_without()
    {
        using var certificate = LoopbackCertificate.Create();
        await using var registry = new FakeRegistry(
            _ => FakeAnswer.Empty(401, ("WWW-Authenticate", "Bearer realm=\"http://127.0.0.1:9/token\"")), certificate);

        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, $"{registry.Host}/team/app:1.0"),
            "not HTTPS");
    }

    [TestMethod]
    public void Insecure_registries_are_read_from_the_variable_of_the_sdk()
    {
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = "a.example.com:5000, b.example.com;;",
        };

        CollectionAssert.AreEqual(
            new[] { "a.example.com:5000", "b.example.com" },
            RegistryOptions.InsecureRegistriesFrom(environment).ToArray());
        Assert.IsEmpty(RegistryOptions.InsecureRegistriesFrom(new Dictionary<string, string>()));
    }

    [TestMethod]
    public async Task Docker_hub_answers_at_its_own_host()
    {
        var handler = new RecordingHandler();

        await Assert.ThrowsExactlyAsync<RegistryException>(
            () => RegistryTest.ReadAsync("ubuntu:24.04", new RegistryOptions { Handler = handler }));

        Assert.AreEqual("https://registry-1.docker.io/v2/library/ubuntu/manifests/24.04", handler.Addresses.Single());
    }

    /// <summary>A helper that the interrupt of a build has ended.</summary>
    private sealed class CancelledSource(CancellationTokenSource build) : ICredentialSource
    {
        public RegistryCredential? Find(string registry, CancellationToken cancellationToken)
        {
            build.Cancel();
            throw new RegistryException("the helper ended with exit code 130");
        }
    }
}
