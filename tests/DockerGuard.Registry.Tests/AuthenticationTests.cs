using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Oci;
using DockerGuard.Registry.Credentials;
using DockerGuard.Testing;

namespace DockerGuard.Registry.Tests;

[TestClass]
public sealed class AuthenticationTests
{
    private const string BasicOfUser = "Basic dXNlcjpzZWNyZXQ="; // user:secret

    private static readonly ICredentialSource User =
        new FixedCredentials(RegistryCredential.FromPassword("user", "secret"));

    [TestMethod]
    public async Task Nothing_is_said_about_the_user_until_the_registry_asks()
    {
        await using var registry = new FakeRegistry(new SampleImage().Answer);

        await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0", RegistryTest.Options(User));

        Assert.IsTrue(registry.Requests.All(request => request.Authorization is null));
    }

    [TestMethod]
    public async Task Basic_credentials_are_sent_when_asked_for()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(request => request.Authorization == BasicOfUser
            ? image.Answer(request)
            : FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"the registry\"")));

        await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0", RegistryTest.Options(User));

        Assert.AreEqual(1, registry.Requests.Count(request => request.Authorization is null));
    }

    [TestMethod]
    public async Task Platforms_that_are_asked_for_credentials_together_share_them()
    {
        var image = new SampleImage();
        using var authorized = new ManualResetEventSlim();
        var asked = 0;
        // The tag is open, what it names is not; all but one of the platforms hear so when the first is past it.
        await using var registry = new FakeRegistry(request =>
        {
            if (request.Path.EndsWith("/1.0", StringComparison.Ordinal)) return image.Answer(request);
            if (request.Authorization == BasicOfUser)
            {
                authorized.Set();
                return image.Answer(request);
            }

            if (Interlocked.Increment(ref asked) > 1) authorized.Wait(TimeSpan.FromSeconds(15));
            return FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"the registry\""));
        });
        var source = new CountedCredentials(RegistryCredential.FromPassword("user", "secret"));

        var read = new RegistryClient(RegistryTest.Options(source)).ReadImages(
            ImageReference.Parse($"{registry.Host}/team/app:1.0"),
            [new("linux", "arm64"), new("linux", "amd64"), new("linux", "arm", "v7")],
            CancellationToken.None);

        Assert.HasCount(3, read);
        Assert.AreEqual(1, source.Asked);
    }

    [TestMethod]
    public async Task A_token_without_a_password_is_said_to_be_no_use_for_Basic() =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(
                RegistryErrorKind.Unauthorized,
                _ => FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"x\"")),
                RegistryTest.Options(new FixedCredentials(RegistryCredential.FromIdentityToken("r3fresh")))),
            "the registry asks for a user and a password, and only an identity token is known for 127.0.0.1:");

    [TestMethod]
    public async Task A_registry_that_does_not_say_how_is_told_so() =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.Unauthorized, _ => FakeAnswer.Empty(401)),
            "the registry asks for credentials and does not say how to send them");

    [TestMethod]
    public async Task A_token_that_is_too_large_is_the_token_services_fault() =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, request =>
                request.Path.StartsWith("/token", StringComparison.Ordinal)
                    ? FakeAnswer.Json("{ \"token\": \"" + new string('t', 1 << 20) + "\" }")
                    : FakeAnswer.Empty(
                        401,
                        ("WWW-Authenticate", $"Bearer realm=\"http://{request.Headers["host"]}/token\""))),
            "the token service of the registry sends more than 256 KiB, which no token needs");

    [TestMethod]
    public async Task Wrong_credentials_are_tried_once()
    {
        await using var registry =
            new FakeRegistry(_ => FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"the registry\"")));

        var message = await RegistryTest.FailAsync(
            RegistryErrorKind.Unauthorized, $"{registry.Host}/team/app:1.0", RegistryTest.Options(User));

        Assert.HasCount(2, registry.Requests);
        Assert.DoesNotContain("secret", message);
    }

    [TestMethod]
    public async Task Missing_credentials_are_said_to_be_missing() =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(
                RegistryErrorKind.Unauthorized, _ => FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"x\""))),
            "none are known for 127.0.0.1:");

    [TestMethod]
    public async Task An_unknown_scheme_is_reported() =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(
                RegistryErrorKind.Unauthorized, _ => FakeAnswer.Empty(401, ("WWW-Authenticate", "Negotiate"))),
            "neither Basic nor Bearer");

    [TestMethod]
    [DataRow("token", false)]
    [DataRow("access_token", true)]
    public async Task A_bearer_token_is_fetched_for_pulling_this_repository_only(string property, bool withCredentials)
    {
        var image = new SampleImage();
        await using var registry = TokenRegistry(
            image,
            _ => FakeAnswer.Json($$"""{ "{{property}}": "t0ken", "expires_in": 300 }"""),
            scope: "repository:team/app:pull,push,delete");

        await RegistryTest.ReadAsync(
            $"{registry.Host}/team/app:1.0", RegistryTest.Options(withCredentials ? User : null));

        var token = registry.Requests.Single(request => request.Path.StartsWith("/token", StringComparison.Ordinal));
        Assert.AreEqual(
            "/token?account=x&scope=repository%3Ateam%2Fapp%3Apull&service=the%20%22service%22", token.Path);
        Assert.AreEqual(withCredentials ? BasicOfUser : null, token.Authorization);
        Assert.AreEqual(3, registry.Requests.Count(request => request.Authorization == "Bearer t0ken"));
    }

    [TestMethod]
    public async Task An_identity_token_is_exchanged_by_post()
    {
        var image = new SampleImage();
        await using var registry = TokenRegistry(
            image, request => request.Method == "POST" && request.Body.Contains("refresh_token=r3fresh")
                ? FakeAnswer.Json("""{ "access_token": "t0ken" }""")
                : FakeAnswer.Empty(405));

        await RegistryTest.ReadAsync(
            $"{registry.Host}/team/app:1.0",
            RegistryTest.Options(new FixedCredentials(RegistryCredential.FromIdentityToken("r3fresh"))));

        var body = registry.Requests.Single(request => request.Method == "POST").Body;
        StringAssert.Contains(body, "grant_type=refresh_token");
        StringAssert.Contains(body, "scope=repository%3Ateam%2Fapp%3Apull");
    }

    [TestMethod]
    public async Task An_identity_token_does_not_follow_a_redirect()
    {
        await using var registry = TokenRegistry(
            new SampleImage(), _ => FakeAnswer.Empty(307, ("Location", "/elsewhere")));

        await RegistryTest.FailAsync(
            RegistryErrorKind.InvalidResponse,
            $"{registry.Host}/team/app:1.0",
            RegistryTest.Options(new FixedCredentials(RegistryCredential.FromIdentityToken("r3fresh"))));

        Assert.IsFalse(registry.Requests.Any(request => request.Path == "/elsewhere"));
    }

    [TestMethod]
    [DataRow("http://auth.example.com/token")]
    [DataRow("ftp://127.0.0.1/token")]
    [DataRow("/token")]
    [DataRow("")]
    public async Task A_token_service_without_https_is_not_asked(string realm) =>
        await RegistryTest.FailAsync(
            RegistryErrorKind.InvalidResponse,
            _ => FakeAnswer.Empty(401, ("WWW-Authenticate", $"Bearer realm=\"{realm}\"")),
            RegistryTest.Options(User));

    [TestMethod]
    [DataRow(401, RegistryErrorKind.Unauthorized)]
    [DataRow(403, RegistryErrorKind.Unauthorized)]
    [DataRow(503, RegistryErrorKind.Unreachable)]
    public async Task A_refusing_token_service_is_told_apart(int status, RegistryErrorKind expected)
    {
        await using var registry = TokenRegistry(new SampleImage(), _ => FakeAnswer.Empty(status));

        StringAssert.Contains(
            await RegistryTest.FailAsync(expected, $"{registry.Host}/team/app:1.0", RegistryTest.Options(User)),
            "token service");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("{ }")]
    [DataRow("""{ "token": "" }""")]
    [DataRow("""{ "token": 5 }""")]
    [DataRow("""{ "token": "a\r\nX-Evil: b" }""")]
    public async Task A_bad_token_is_refused(string json)
    {
        await using var registry = TokenRegistry(new SampleImage(), _ => FakeAnswer.Json(json));

        await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, $"{registry.Host}/team/app:1.0");
    }

    [TestMethod]
    public async Task Credentials_do_not_travel_to_another_host_with_a_redirect()
    {
        var image = new SampleImage();
        await using var storage = new FakeRegistry(image.Answer);
        await using var registry = new FakeRegistry(request =>
            request.Authorization != BasicOfUser ? FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"x\""))
            : request.Path.Contains("/blobs/")
            ? FakeAnswer.Empty(307, ("Location", $"http://localhost:{storage.Port}{request.Path}"))
            : image.Answer(request));

        await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0", RegistryTest.Options(User));

        Assert.IsNull(storage.Requests.Single().Authorization);
    }

    [TestMethod]
    public async Task A_server_that_is_redirected_to_may_not_ask_for_the_registrys_credentials()
    {
        await using var thief = new FakeRegistry(request => FakeAnswer.Empty(
            401, ("WWW-Authenticate", $"Bearer realm=\"http://{request.Headers["host"]}/token\"")));
        await using var registry = new FakeRegistry(
            request => FakeAnswer.Empty(307, ("Location", $"http://localhost:{thief.Port}{request.Path}")));

        await RegistryTest.FailAsync(
            RegistryErrorKind.Unauthorized, $"{registry.Host}/team/app:1.0", RegistryTest.Options(User));

        Assert.IsNull(thief.Requests.Single().Authorization);
    }

    [TestMethod]
    public async Task Credentials_stay_with_a_redirect_on_the_same_host()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(request =>
            request.Authorization != BasicOfUser ? FakeAnswer.Empty(401, ("WWW-Authenticate", "Basic realm=\"x\""))
            : request.Path.EndsWith("/1.0")
            ? FakeAnswer.Empty(308, ("Location", $"/v2/team/app/manifests/{image.IndexDigest}"))
            : image.Answer(request));

        Assert.AreEqual(
            image.IndexDigest, (await RegistryTest.ReadAsync(
                $"{registry.Host}/team/app:1.0", RegistryTest.Options(User))).IndexOrManifestDigest);
    }

    // The challenge carries what parsers stumble over: quotes within quotes, a comma within quotes, another scheme
    // beside it.
    private static FakeRegistry TokenRegistry(
        SampleImage image, Func<FakeRequest, FakeAnswer> token, string scope = "repository:team/app:pull") =>
            new(request =>
                !request.Path.StartsWith("/v2/", StringComparison.Ordinal) ? token(request)
                : request.Authorization == "Bearer t0ken" ? image.Answer(request)
                : FakeAnswer.Empty(
                    401,
                    (
                        "WWW-Authenticate",
                        $"Bearer realm=\"http://{request.Headers["host"]}/token?account=x\", service=\"the "
                            + $"\\\"service\\\"\",scope=\"{scope}\""),
                    ("WWW-Authenticate", "Basic realm=\"old\"")));

    private sealed class CountedCredentials(RegistryCredential credential) : ICredentialSource
    {
        private int _asked;

        public int Asked => _asked;

        public RegistryCredential? Find(string registry, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return credential;
        }
    }

    private sealed class FixedCredentials(RegistryCredential credential) : ICredentialSource
    {
        public RegistryCredential? Find(string registry, CancellationToken cancellationToken) => credential;
    }
}
