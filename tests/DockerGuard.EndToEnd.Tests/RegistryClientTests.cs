using System.Linq;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.EndToEnd.Tests.Seed;
using DockerGuard.Oci;
using DockerGuard.Registry;
using DockerGuard.Registry.Credentials;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>The product's registry client against the distribution project's own registry.</summary>
[TestClass]
public sealed class RegistryClientTests
{
    // "secret", hashed with bcrypt: the only kind of hash that docker-registry reads.
    private const string Passwords = "user:$2b$05$abcdefghijklmnopqrstuuOQiyCxlgf/oeuTqixKmWdcYUh4Hjl0a\n";

    [TestMethod]
    [DataRow("amd64")]
    [DataRow("arm64")]
    public async Task A_base_is_read_by_tag_and_by_digest(string architecture)
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var digest = await bases.AddTagAsync("dotnet/aspnet", "10.0-noble-chiseled-extra");

        var byTag = await ReadAsync(
            $"{bases.Host}/dotnet/aspnet:10.0-noble-chiseled-extra", CredentialSources.None, architecture);
        var byDigest = await ReadAsync($"{bases.Host}/dotnet/aspnet@{digest}", CredentialSources.None, architecture);

        Assert.AreEqual(digest, byTag.IndexOrManifestDigest);
        Assert.AreEqual(byTag.ManifestDigest, byDigest.ManifestDigest);
        Assert.AreNotEqual(byTag.IndexOrManifestDigest, byTag.ManifestDigest);
        Assert.AreEqual(architecture, byTag.Config.Platform?.Architecture);
        Assert.AreEqual("1654", byTag.Config.User);
        Assert.AreEqual("8080", byTag.Config.Environment["ASPNETCORE_HTTP_PORTS"]);
        CollectionAssert.AreEqual(new[] { "/usr/bin/dotnet" }, byTag.Config.Entrypoint!.ToArray());
    }

    [TestMethod]
    public async Task What_does_not_exist_is_not_found()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();

        foreach (var reference in new[]
        {
            "dotnet/aspnet:0.0", "dotnet/nothing:1.0", "dotnet/aspnet@sha256:" + new string('0', 64),
        })
        {
            var exception = await Assert.ThrowsExactlyAsync<RegistryException>(
                () => ReadAsync($"{bases.Host}/{reference}", CredentialSources.None));
            Assert.AreEqual(RegistryErrorKind.NotFound, exception.Kind, exception.Message);
        }
    }

    [TestMethod]
    public async Task A_registry_with_passwords_lets_in_who_knows_them()
    {
        await using var registry = await LoopbackRegistry.StartAsync(Passwords);
        registry.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "dXNlcjpzZWNyZXQ=");
        await (await SeedImages.CreateAsync())
            .PushAsync(new RegistryUpload(registry.Http), "dotnet/runtime-deps", "10.0-noble-chiseled");
        var reference = $"{registry.Host}/dotnet/runtime-deps:10.0-noble-chiseled";

        Assert.AreEqual("1654", (await ReadAsync(reference, Password("secret"))).Config.User);
        Assert.AreEqual(
            RegistryErrorKind.Unauthorized,
            (await Assert.ThrowsExactlyAsync<RegistryException>(() => ReadAsync(reference, Password("guess")))).Kind);
        Assert.AreEqual(
            RegistryErrorKind.Unauthorized, (await Assert.ThrowsExactlyAsync<RegistryException>(
                () => ReadAsync(reference, CredentialSources.None))).Kind);
    }

    private static Task<RegistryImage> ReadAsync(
        string reference, ICredentialSource credentials, string architecture = "amd64") =>
            Task.Run(() => new RegistryClient(new RegistryOptions { Credentials = credentials }).ReadImages(
                ImageReference.Parse(reference), [new Platform("linux", architecture)], CancellationToken.None)[0]);

    private static EnvironmentCredentials Password(string password) => new(
        new System.Collections.Generic.Dictionary<string, string>
        {
            ["DOTNET_CONTAINER_PULL_REGISTRY_UNAME"] = "user",
            ["DOTNET_CONTAINER_PULL_REGISTRY_PWORD"] = password,
        },
        outputRegistry: null);
}
