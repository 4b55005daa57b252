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
/// every document is checked against its digest. Thread-safe. It waits for its answers, as the task that asks does:
/// what an async method needs is compiled anew in every process, and costs more than the thread it would free.
/// </summary>
public sealed class RegistryClient
{
    private const string Sender = "the registry", Content = "manifest or configuration", LatestTag = "latest";

    // What registries themselves accept at most for a manifest (OCI distribution specification, "Pushing Manifests").
    private static readonly BodyLimit LargestManifest = new(4 << 20, Sender, Content),
        LargestConfiguration = new(8 << 20, Sender, Content);

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
    public IReadOnlyList<RegistryImage> ReadImages(
        ImageReference image, IReadOnlyList<Platform> platforms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(platforms);
        return Within(_options.Timeout, image, limit => Read(image, platforms, limit), cancellationToken);
    }

    /// <summary>
    /// The digest of what a reference names, without a look into it: what was read under it before is the same still.
    /// </summary>
    /// <inheritdoc cref="ReadImages"/>
    public string ReadDigest(ImageReference image, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Within(
            _options.Timeout,
            image,
            limit => GetManifest(
                Repository(image), image.Digest ?? image.Tag ?? LatestTag, image.Digest, limit.Token).Digest,
            cancellationToken);
    }

    private T Within<T>(
        TimeSpan time, ImageReference image, Func<CancellationTokenSource, T> read, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        try
        {
            return read(limit);
        }
        catch (RegistryException exception)
        {
            // What a build that is stopped has ended, a credential helper for one, is no failure.
            cancellationToken.ThrowIfCancellationRequested();
            throw exception.About(image.ToString());
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RegistryException(
                RegistryErrorKind.Timeout,
                $"the registry does not answer in full within {Wording.Seconds(time)}"
                    + _transport.DetourTo(image.Registry),
                exception).About(image.ToString());
        }
    }

    private RepositoryReader Repository(ImageReference image) =>
        new(_transport, _options, image.Registry, image.Repository);

    private RegistryImage[] Read(
        ImageReference image, IReadOnlyList<Platform> platforms, CancellationTokenSource limit)
    {
        var repository = Repository(image);
        var named = ReadManifest(
            repository, image.Digest ?? image.Tag ?? LatestTag, image.Digest, limit.Token);
        // All are looked up before the first is asked for: what is missing is told at once.
        var digests = new string?[platforms.Count];
        if (named.Document.Configuration is null)
            for (var i = 0; i < digests.Length; i++) digests[i] = named.Document.Select(platforms[i]).Digest;

        if (digests.Length == 1) return [ReadPlatform(repository, named, platforms[0], digests[0], limit.Token)];
        var readings = new Task<RegistryImage>[digests.Length];
        for (var i = 0; i < readings.Length; i++)
        {
            var (platform, digest) = (platforms[i], digests[i]);
            // A thread each, for the pool's are wanted where the answers come in.
            readings[i] = Task.Factory.StartNew(
                () => ReadOne(platform, digest),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        try
        {
            Task.WaitAll(readings);
        }
        catch (AggregateException exception)
        {
            // The others have only been cancelled for it.
            throw exception.InnerExceptions.FirstOrDefault(one => one is RegistryException)
                ?? exception.InnerExceptions[0];
        }

        return [.. readings.Select(reading => reading.Result)];

        RegistryImage ReadOne(Platform platform, string? digest)
        {
            try
            {
                return ReadPlatform(repository, named, platform, digest, limit.Token);
            }
            catch (RegistryException)
            {
                // One failure is enough: nobody waits for the others.
                limit.Cancel();
                throw;
            }
        }
    }

    /// <param name="repository">Where it is read from.</param>
    /// <param name="named">What the reference names: the index, or the image's own manifest.</param>
    /// <param name="wanted">The platform.</param>
    /// <param name="manifestDigest">The platform's manifest; null when <paramref name="named"/> is one.</param>
    /// <param name="cancellation">Ends the reading.</param>
    private static RegistryImage ReadPlatform(
        RepositoryReader repository,
        NamedManifest named,
        Platform wanted,
        string? manifestDigest,
        CancellationToken cancellation)
    {
        var document = manifestDigest is null
            ? named.Document
            : ReadManifest(repository, manifestDigest, manifestDigest, cancellation).Document;
        if (document.Configuration is not { } descriptor || !MediaTypes.IsConfiguration(descriptor.MediaType))
        {
            throw new RegistryException(
                RegistryErrorKind.InvalidResponse,
                "it is no container image but "
                    + Sentence.Quote(document.Configuration?.MediaType ?? "an index of indexes"));
        }

        var blob = repository.Get(
            "blobs/" + descriptor.Digest, MediaTypes.AnyContent, LargestConfiguration, cancellation);
        ContentDigest.Verify(blob.Body, descriptor.Digest, "the image configuration");
        var config = ConfigDocument.Parse(blob.Body);
        var platform = config.Platform!;
        if (!ManifestDocument.IsTaken(wanted, platform)
            && wanted.Match(platform with { Variant = platform.Variant ?? wanted.Variant }) == 0)
        {
            throw new RegistryException(
                RegistryErrorKind.NoMatchingPlatform,
                $"it does not exist for {wanted}, only for {Sentence.Quote(platform.ToString())}");
        }

        return new RegistryImage(named.Digest, manifestDigest ?? named.Digest, config);
    }

    private static NamedManifest ReadManifest(
        RepositoryReader repository, string reference, string? promised, CancellationToken cancellation)
    {
        var (response, digest) = GetManifest(repository, reference, promised, cancellation);
        return new(ManifestDocument.Parse(response.Body, response.MediaType), digest);
    }

    /// <param name="promised">The digest it must have; null for a tag, which promises nothing.</param>
    private static (RegistryResponse Response, string Digest) GetManifest(
        RepositoryReader repository, string reference, string? promised, CancellationToken cancellation)
    {
        var response = repository.Get(
            "manifests/" + reference, MediaTypes.Manifests, LargestManifest, cancellation);
        foreach (var digest in new[] { promised, response.ContentDigest })
            if (digest is not null) ContentDigest.Verify(response.Body, digest, "the manifest");

        return (response, promised ?? Digest.Of(response.Body));
    }

    /// <summary>A manifest or index, and the digest it was read under.</summary>
    private sealed record NamedManifest(ManifestDocument Document, string Digest);
}
