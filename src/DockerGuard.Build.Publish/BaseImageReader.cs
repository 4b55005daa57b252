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

/// <summary>Reads a base image from its registry.</summary>
internal sealed class BaseImageReader : IBaseImageReader
{
    /// <inheritdoc/>
    public BaseReading Read(
        ImageReference image,
        IReadOnlyList<string> runtimeIdentifiers,
        string? outputRegistry,
        TimeSpan timeout,
        CancellationToken cancellation)
    {
        var environment = ContainerEnvironment.Read();
        using var client = new RegistryClient(new RegistryOptions
        {
            Timeout = timeout,
            InsecureRegistries = RegistryOptions.InsecureRegistriesFrom(environment),
            Credentials = CredentialSources.ForBaseImages(environment, outputRegistry),
        });
        try
        {
            // linux-x64 and linux-musl-x64 are one platform, and a list may name one twice.
            Platform[] platforms =
            [
                .. runtimeIdentifiers.DefaultIfEmpty("linux-x64")
                    .Select(identifier => RuntimeIdentifier.Parse(identifier).ToPlatform().Normalized())
                    .Distinct(),
            ];
            var images = client.ReadImagesAsync(image, platforms, cancellation).GetAwaiter().GetResult();
            return new BaseReading(
                [.. platforms.Zip(images, (platform, read) => new PlatformBase(platform, read.Config))],
                images[0].IndexOrManifestDigest);
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
}
