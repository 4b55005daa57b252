using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DockerGuard.Checks;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Registry;
using DockerGuard.Registry.Credentials;

namespace DockerGuard.Build.Publish;

/// <summary>Reads a base image from its registry, with the credentials the SDK would use.</summary>
/// <param name="outputRegistry">Where the built image goes; null when it stays on the machine.</param>
/// <param name="timeout">How long one reading may take.</param>
internal sealed class BaseImageReader(string? outputRegistry, TimeSpan timeout) : IBaseImageReader
{
    private readonly RegistryClient _client = new(Options(outputRegistry, timeout));
    private readonly RegistryClient _anonymous = new(Options(outputRegistry, timeout, CredentialSources.None));

    /// <inheritdoc/>
    public BaseReading Read(
        ImageReference image,
        IReadOnlyList<string> runtimeIdentifiers,
        bool withCredentials,
        CancellationToken cancellation)
    {
        return Answer(image, () =>
        {
            // linux-x64 and linux-musl-x64 are one platform, and a list may name one twice.
            Platform[] platforms =
            [
                .. runtimeIdentifiers.DefaultIfEmpty("linux-x64")
                    .Select(identifier => RuntimeIdentifier.Parse(identifier).ToPlatform().Normalized())
                    .Distinct(),
            ];
            var images = Client(withCredentials).ReadImages(image, platforms, cancellation);
            return new BaseReading(
                [.. platforms.Zip(images, (platform, read) => new PlatformBase(platform, read.Config))],
                images[0].IndexOrManifestDigest);
        });
    }

    /// <inheritdoc/>
    public BaseReading ReadDigest(ImageReference image, bool withCredentials, CancellationToken cancellation) =>
        Answer(image, () => new BaseReading([], Client(withCredentials).ReadDigest(image, cancellation)));

    private RegistryClient Client(bool withCredentials) => withCredentials ? _client : _anonymous;

    private static BaseReading Answer(ImageReference image, Func<BaseReading> read)
    {
        try
        {
            return read();
        }
        catch (RegistryException exception)
        {
            return BaseReading.Failed(exception.Message);
        }
        catch (OperationCanceledException)
        {
            return BaseReading.Failed($"reading base '{image}' was cancelled");
        }
    }

    private static RegistryOptions Options(
        string? outputRegistry, TimeSpan timeout, ICredentialSource? credentials = null)
    {
        var environment = ContainerEnvironment.Read();
        return new RegistryOptions
        {
            Timeout = timeout,
            InsecureRegistries = RegistryOptions.InsecureRegistriesFrom(environment),
            Credentials = credentials ?? CredentialSources.ForBaseImages(environment, outputRegistry),
        };
    }
}
