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
internal static class BaseImageReader
{
    /// <summary>
    /// Asks the registry, once for every platform; the configurations of one image's platforms agree, so the first
    /// stands for all.
    /// </summary>
    public static BaseReading Read(
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
            RegistryImage? first = null;
            foreach (var identifier in runtimeIdentifiers.DefaultIfEmpty("linux-x64"))
            {
                var platform = RuntimeIdentifier.Parse(identifier).ToPlatform();
                var read = client.ReadImageAsync(image, platform, cancellation).GetAwaiter().GetResult();
                first ??= read;
            }

            return new BaseReading(first!.Config, first.IndexOrManifestDigest);
        }
        catch (RegistryException exception)
        {
            return new BaseReading(null, null, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return new BaseReading(null, null, $"reading base '{image}' was cancelled");
        }
    }
}
