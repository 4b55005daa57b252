using System.Collections.Generic;

namespace DockerGuard.Images.Project;

/// <summary>
/// Finds out about other builds of the project than the one at hand; asked only where something hangs on it, by several
/// threads.
/// </summary>
public interface IBuildReader
{
    /// <summary>What the build of its image reads; null where nobody can tell.</summary>
    BuildFacts? Facts { get; }

    /// <summary>What it says in a configuration and not in the one that is built; null where nobody can tell.</summary>
    /// <param name="configuration">
    /// The configuration; empty for the one that is taken where nobody names one.
    /// </param>
    IReadOnlyList<ConfigurationValue>? ValuesIn(string configuration);
}
