using System;
using System.Collections.Generic;
using DockerGuard.Policy.Merging;

namespace DockerGuard.Policy;

/// <summary>Which policy to load, and for what.</summary>
public sealed class PolicyRequest
{
    /// <summary>Absolute path of the project's folder: where the search for a policy starts.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Absolute path of the policy to use instead of searching; null or empty: search.</summary>
    public string? ExplicitPath { get; init; }

    /// <summary>
    /// Policies that the one in force must be or extend, whichever it is; with none in force they are the policy.
    /// </summary>
    public IReadOnlyList<BindingPolicy> Binding { get; init; } = [];

    /// <summary>Absolute path of the project file, where binding policies that cannot be found are told of.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>The day of the build, UTC; handed on to the rules.</summary>
    public required DateTime Today { get; init; }

    /// <summary>
    /// The day it really is, UTC, where <see cref="Today"/> may be another: a waiver of an enforced rule that has
    /// expired by then stays so.
    /// </summary>
    public DateTime RealDay { get; init; }

    /// <summary>
    /// The folder of a NuGet package the project references, or null when it references none of that id; serves
    /// <c>extends: package:…</c>.
    /// </summary>
    public Func<string, string?>? ResolvePackage { get; init; }
}

/// <summary>A policy that a project's surroundings name.</summary>
/// <param name="Place">An absolute path, or <c>package:Id/path</c>.</param>
/// <param name="OnlyAsRoot">True when it binds only if it says <c>root: true</c>.</param>
public sealed record BindingPolicy(string Place, bool OnlyAsRoot = false)
{
    /// <summary>True for a place in a package, which is no path.</summary>
    public static bool IsInPackage(string place) =>
        place.StartsWith(ExtendsTarget.PackagePrefix, StringComparison.Ordinal);
}
