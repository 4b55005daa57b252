using System.Collections.Generic;
using System.Threading;
using DockerGuard.Checks;
using DockerGuard.Oci;

namespace DockerGuard.Build;

/// <summary>Reads a base image from its registry.</summary>
internal interface IBaseImageReader
{
    /// <summary>Asks the registry for the image of every platform; all of them within one time limit.</summary>
    /// <param name="image">The base.</param>
    /// <param name="runtimeIdentifiers">The platforms.</param>
    /// <param name="withCredentials">Whether credentials are sent where the registry asks for them.</param>
    /// <param name="cancellation">Ends the reading.</param>
    BaseReading Read(
        ImageReference image,
        IReadOnlyList<string> runtimeIdentifiers,
        bool withCredentials,
        CancellationToken cancellation);

    /// <summary>
    /// Asks the registry what a reference means now; a problem, or a reading with a digest and no platform.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    BaseReading ReadDigest(ImageReference image, bool withCredentials, CancellationToken cancellation);
}
