using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Oci;
using DockerGuard.Registry;
using DockerGuard.Registry.Credentials;

namespace DockerGuard.Build.Publish;

/// <summary>What is known of a base image before the build: from its registry, or without a network from the catalogue.</summary>
/// <param name="Config">Its configuration; null when nothing is known.</param>
/// <param name="Digest">What its tag means now; null when the registry was not asked.</param>
/// <param name="Problem">Why it cannot be read, in one sentence; null when it was.</param>
internal sealed record BaseImageReader(ImageConfig? Config, string? Digest, string? Problem)
{
    /// <summary>Asks the registry, once for every platform; the configurations of one image's platforms agree, so the first stands for all.</summary>
    public static BaseImageReader Read(ImageReference image, IReadOnlyList<string> runtimeIdentifiers, string? outputRegistry, TimeSpan timeout, CancellationToken cancellation)
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

            return new BaseImageReader(first!.Config, first.IndexOrManifestDigest, null);
        }
        catch (RegistryException exception)
        {
            return new BaseImageReader(null, null, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return new BaseImageReader(null, null, $"reading base '{image}' was cancelled");
        }
    }

    /// <summary>Judges the base by its tag, also at a mirror; nothing is known of an image that is not Microsoft's.</summary>
    public static BaseImageReader FromCatalog(ImageReference image, RegistryMirrors mirrors) =>
        new(ImageCatalog.Default.Find(image, mirrors)?.ToConfig(), null, null);
}
