using System;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;
using DockerGuard.Registry.Content;
using DockerGuard.Registry.Protocol;

namespace DockerGuard.Registry;

/// <summary>
/// Reads images from registries by the OCI distribution protocol. Trusts no answer: sizes and time are bounded, and
/// every document is checked against its digest. Thread-safe.
/// </summary>
public sealed class RegistryClient : IDisposable
{
    // What registries themselves accept at most for a manifest (OCI distribution specification, "Pushing Manifests").
    private const int LargestManifest = 4 << 20;
    private const int LargestConfiguration = 8 << 20;

    private readonly RegistryOptions _options;
    private readonly HttpTransport _transport;

    public RegistryClient(RegistryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(options.RetryDelay.Ticks);
        _options = options;
        _transport = new HttpTransport(options);
    }

    /// <summary>
    /// Reads what a reference names, for one platform. A reference without tag and digest means the tag "latest".
    /// </summary>
    /// <exception cref="RegistryException">Whatever prevented it, except cancellation.</exception>
    public async Task<RegistryImage> ReadImageAsync(
        ImageReference image, Platform platform, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(platform);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            return await ReadAsync(image, platform, limit.Token).ConfigureAwait(false);
        }
        catch (RegistryException exception)
        {
            throw exception.About(image.ToString());
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RegistryException(
                RegistryErrorKind.Timeout,
                $"the registry does not answer in full within {Wording.Seconds(_options.Timeout)}",
                exception).About(image.ToString());
        }
    }

    public void Dispose() => _transport.Dispose();

    private async Task<RegistryImage> ReadAsync(ImageReference image, Platform wanted, CancellationToken cancellation)
    {
        var repository = new RepositoryReader(_transport, _options, image.Registry, image.Repository);
        var (document, digest) = await ReadManifestAsync(
            repository, image.Digest ?? image.Tag ?? "latest", image.Digest, cancellation).ConfigureAwait(false);
        var manifestDigest = digest;
        if (document.Configuration is null)
        {
            manifestDigest = document.Select(wanted).Digest;
            (document, _) =
                await ReadManifestAsync(repository, manifestDigest, manifestDigest, cancellation).ConfigureAwait(false);
        }

        if (document.Configuration is not { } descriptor || !MediaTypes.IsConfiguration(descriptor.MediaType))
        {
            throw new RegistryException(
                RegistryErrorKind.InvalidResponse,
                "it is no container image but "
                    + Sentence.Quote(document.Configuration?.MediaType ?? "an index of indexes"));
        }

        var blob = await repository.GetAsync(
            "blobs/" + descriptor.Digest, MediaTypes.AnyContent, LargestConfiguration, cancellation)
                .ConfigureAwait(false);
        ContentDigest.Verify(blob.Body, descriptor.Digest, "the image configuration");
        var (platform, config) = ConfigDocument.Parse(blob.Body);
        if (wanted.Match(platform with { Variant = platform.Variant ?? wanted.Variant }) == 0)
        {
            throw new RegistryException(
                RegistryErrorKind.NoMatchingPlatform,
                $"it does not exist for {wanted}, only for {Sentence.Quote(platform.ToString())}");
        }

        return new RegistryImage(digest, manifestDigest, config);
    }

    /// <param name="promised">The digest it must have; null for a tag, which promises nothing.</param>
    private static async Task<(ManifestDocument Document, string Digest)> ReadManifestAsync(
        RepositoryReader repository, string reference, string? promised, CancellationToken cancellation)
    {
        var response = await repository.GetAsync(
            "manifests/" + reference, MediaTypes.Manifests, LargestManifest, cancellation).ConfigureAwait(false);
        foreach (var digest in new[] { promised, response.ContentDigest })
            if (digest is not null) ContentDigest.Verify(response.Body, digest, "the manifest");

        return (ManifestDocument.Parse(response.Body, response.MediaType), promised ?? Digest.Of(response.Body));
    }
}
