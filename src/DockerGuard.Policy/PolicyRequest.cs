using System;

namespace DockerGuard.Policy;

/// <summary>Which policy to load, and for what.</summary>
public sealed class PolicyRequest
{
    /// <summary>Absolute path of the project's folder: where the search for a policy starts.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Absolute path of the policy to use instead of searching; null or empty: search.</summary>
    public string? ExplicitPath { get; init; }

    /// <summary>The day of the build, UTC; handed on to the rules.</summary>
    public required DateTime Today { get; init; }

    /// <summary>
    /// The folder of a NuGet package the project references, or null when it references none of that id; serves
    /// <c>extends: package:…</c>.
    /// </summary>
    public Func<string, string?>? ResolvePackage { get; init; }
}
