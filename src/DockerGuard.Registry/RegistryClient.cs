using System;
using System.Collections.Generic;
using System.Linq;
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
public sealed class RegistryClient
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
    /// Reads what a reference names, for each of some platforms. A reference without tag and digest means the tag
    /// "latest".
    /// </summary>
    /// <param name="image">The image.</param>
    /// <param name="platforms">The platforms; all are read side by side within one time limit.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>An image for each platform, in their order; all of the same index.</returns>
    /// <exception cref="RegistryException">Whatever prevented one of them, except cancellation.</exception>
    public async Task<IReadOnlyList<RegistryImage>> ReadImagesAsync(
        ImageReference image, IReadOnlyList<Platform> platforms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(platforms);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            return await ReadAsync(image, platforms, limit).ConfigureAwait(false);
        }
        catch (RegistryException exception)
        {
            throw exception.About(image.ToString());
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RegistryException(
                RegistryErrorKind.Timeout,
                $"the registry does not answer in full within {Wording.Seconds(_options.Timeout)}"
                    + _transport.DetourTo(image.Registry),
                exception).About(image.ToString());
        }
    }

    private async Task<IReadOnlyList<RegistryImage>> ReadAsync(
        ImageReference image, IReadOnlyList<Platform> platforms, CancellationTokenSource limit)
    {
        var repository = new RepositoryReader(_transport, _options, image.Registry, image.Repository);
        var (document, digest) = await ReadManifestAsync(
            repository, image.Digest ?? image.Tag ?? "latest", image.Digest, limit.Token).ConfigureAwait(false);
        // All are looked up before the first is asked for: what is missing is told at once.
        (Platform Platform, string? Digest)[] wanted =
        [
            .. platforms.Select(
                platform => (platform, document.Configuration is null ? document.Select(platform).Digest : null)),
        ];
        return await Task.WhenAll(wanted.Select(ReadOneAsync)).ConfigureAwait(false);

        async Task<RegistryImage> ReadOneAsync((Platform Platform, string? Digest) one)
        {
            try
            {
                return await ReadPlatformAsync(repository, document, digest, one.Platform, one.Digest, limit.Token)
                    .ConfigureAwait(false);
            }
            catch (RegistryException)
            {
                // One failure is enough: nobody waits for the others.
                await limit.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <param name="repository">Where it is read from.</param>
    /// <param name="document">What the reference names: the index, or the image's own manifest.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="wanted">The platform.</param>
    /// <param name="manifestDigest">The platform's manifest; null when <paramref name="document"/> is one.</param>
    /// <param name="cancellation">Ends the reading.</param>
    private static async Task<RegistryImage> ReadPlatformAsync(
        RepositoryReader repository,
        ManifestDocument document,
        string digest,
        Platform wanted,
        string? manifestDigest,
        CancellationToken cancellation)
    {
        if (manifestDigest is not null)
        {
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
        if (!ManifestDocument.IsTaken(wanted, platform)
            && wanted.Match(platform with { Variant = platform.Variant ?? wanted.Variant }) == 0)
        {
            throw new RegistryException(
                RegistryErrorKind.NoMatchingPlatform,
                $"it does not exist for {wanted}, only for {Sentence.Quote(platform.ToString())}");
        }

        return new RegistryImage(digest, manifestDigest ?? digest, config);
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
