using System;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Registry.Credentials;
using DockerGuard.Testing;

namespace DockerGuard.Registry.Tests;

/// <summary>What began with TLS never goes on without, wherever it is sent to; and a refusal tells no secret.</summary>
[TestClass]
public sealed class PlaintextTests
{
    private const string Secret = "X-Amz-Signature=s3cret";

    [TestMethod]
    [DataRow("/manifests/1.0", "127.0.0.1")]
    [DataRow("/manifests/1.0", "localhost")]
    [DataRow("/manifests/sha256:", "127.0.0.1")]
    [DataRow("/blobs/", "127.0.0.1")]
    [DataRow("/token", "127.0.0.1")]
    public async Task A_redirect_from_https_to_http_is_refused_at_every_step(string path, string host)
    {
        var image = new SampleImage();
        using var certificate = LoopbackCertificate.Create();
        await using var plain = new FakeRegistry(image.Answer);
        await using var registry = new FakeRegistry(
            request => request.Path.Contains(path, StringComparison.Ordinal)
                ? FakeAnswer.Empty(307, ("Location", $"http://{host}:{plain.Port}{request.Path}?{Secret}"))
                : path == "/token" ? AskForToken(request) : image.Answer(request),
            certificate);

        var message = await RegistryTest.FailAsync(
            RegistryErrorKind.InvalidResponse, $"{registry.Host}/team/app:1.0", RegistryTest.Options(new OneUser()));

        StringAssert.Contains(message, $"redirects to 'http://{host}:{plain.Port}', which is not HTTPS");
        Assert.DoesNotContain(Secret, message);
        Assert.IsEmpty(plain.Requests);
    }

    [TestMethod]
    public async Task A_redirect_over_another_host_is_refused_at_the_last_hop()
    {
        using var certificate = LoopbackCertificate.Create();
        await using var plain = new FakeRegistry(new SampleImage().Answer);
        await using var second = new FakeRegistry(
            request => FakeAnswer.Empty(302, ("Location", $"http://127.0.0.1:{plain.Port}{request.Path}")),
            certificate);
        await using var first = new FakeRegistry(
            request => FakeAnswer.Empty(302, ("Location", $"https://127.0.0.1:{second.Port}{request.Path}")));

        // The first speaks plain HTTP, as a registry on loopback may; what follows does not go back to that.
        await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, $"{first.Host}/team/app:1.0");

        Assert.HasCount(1, second.Requests);
        Assert.IsEmpty(plain.Requests);
    }

    [TestMethod]
    [DataRow("http://user:s3cret@auth.example.com/token?x=s3cret")]
    [DataRow("http://[::1]:9/token?x=s3cret")]
    [DataRow("http://127.0.0.1:9/s3cret")]
    public async Task A_token_service_without_TLS_gets_no_credentials_and_is_told_without_secrets(string realm)
    {
        using var certificate = LoopbackCertificate.Create();
        var user = new OneUser();
        await using var registry = new FakeRegistry(
            _ => FakeAnswer.Empty(401, ("WWW-Authenticate", $"Bearer realm=\"{realm}\"")), certificate);

        var message = await RegistryTest.FailAsync(
            RegistryErrorKind.InvalidResponse, $"{registry.Host}/team/app:1.0", RegistryTest.Options(user));

        Assert.DoesNotContain("s3cret", message);
        Assert.AreEqual(0, user.Asked, "credentials may come from a program that asks a person");
    }

    [TestMethod]
    public async Task A_redirect_without_an_address_is_refused() => await RegistryTest.FailAsync(
        RegistryErrorKind.InvalidResponse, _ => FakeAnswer.Empty(302, ("Location", "http://[")));

    private static FakeAnswer AskForToken(FakeRequest request) => FakeAnswer.Empty(
        401, ("WWW-Authenticate", $"Bearer realm=\"https://{request.Headers["host"]}/token\""));

    private sealed class OneUser : ICredentialSource
    {
        public int Asked { get; private set; }

        public RegistryCredential? Find(string registry, CancellationToken cancellationToken)
        {
            Asked++;
            return RegistryCredential.FromPassword("user", "s3cret");
        }
    }
}
