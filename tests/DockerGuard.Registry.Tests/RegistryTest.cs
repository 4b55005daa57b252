using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Oci;
using DockerGuard.Registry.Credentials;
using DockerGuard.Testing;

namespace DockerGuard.Registry.Tests;

/// <summary>Short ways to ask the client, shared by the test classes.</summary>
internal static class RegistryTest
{
    public static RegistryOptions Options(ICredentialSource? credentials = null, TimeSpan? timeout = null) => new()
    {
        Timeout = timeout ?? TimeSpan.FromSeconds(20),
        RetryDelay = TimeSpan.FromMilliseconds(10),
        Credentials = credentials ?? CredentialSources.None,
    };

    public static Task<RegistryImage> ReadAsync(
        string reference, RegistryOptions? options = null, string architecture = "amd64", string? variant = null) =>
            Task.Run(() => new RegistryClient(options ?? Options()).ReadImages(
                ImageReference.Parse(reference),
                [new Platform("linux", architecture, variant)],
                CancellationToken.None).Single());

    /// <summary>
    /// Expects a failure of this kind whose message names the image and reads as the house's messages do.
    /// </summary>
    public static async Task<string> FailAsync(
        RegistryErrorKind kind, string reference, RegistryOptions? options = null, string architecture = "amd64")
    {
        var exception =
            await Assert.ThrowsExactlyAsync<RegistryException>(() => ReadAsync(reference, options, architecture));
        Assert.AreEqual(kind, exception.Kind, exception.Message);
        StringAssert.StartsWith(exception.Message, $"cannot read image {ImageReference.Parse(reference)}: ");
        Assert.DoesNotContain('\n', exception.Message);
        Assert.IsFalse(exception.Message.EndsWith('.'), exception.Message);
        return exception.Message;
    }

    public static async Task<string> FailAsync(
        RegistryErrorKind kind, Func<FakeRequest, FakeAnswer> answer, RegistryOptions? options = null)
    {
        await using var registry = new FakeRegistry(answer);
        return await FailAsync(kind, $"{registry.Host}/team/app:1.0", options);
    }
}
