using System.Collections.Generic;

namespace DockerGuard.Policy.Hadolint;

/// <summary>Where hadolint's configuration is looked for.</summary>
public sealed class HadolintRequest
{
    /// <summary>Absolute path of the project file; errors of environment variables are reported there.</summary>
    public required string ProjectFile { get; init; }

    /// <summary>Absolute path of the Dockerfile's folder: the search starts here.</summary>
    public required string DockerfileDirectory { get; init; }

    /// <summary>Absolute path of the project's folder, where it goes on.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Absolute path of the file to use instead of searching; null: search.</summary>
    public string? ExplicitPath { get; init; }

    /// <summary>
    /// Values of the variables <c>HADOLINT_…</c>, <c>XDG_CONFIG_HOME</c>, <c>HOME</c> and <c>USERPROFILE</c> by name;
    /// those not set may be left out.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
