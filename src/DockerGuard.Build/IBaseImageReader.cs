using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Checks;
using DockerGuard.Oci;

namespace DockerGuard.Build;

/// <summary>Reads a base image from its registry.</summary>
internal interface IBaseImageReader
{
    /// <summary>Asks the registry for the image of every platform; all of them within one time limit.</summary>
    Task<BaseReading> ReadAsync(
        ImageReference image, IReadOnlyList<string> runtimeIdentifiers, CancellationToken cancellation);
}
