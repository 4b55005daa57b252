using System.Collections.Generic;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy;

/// <summary>A policy, or everything that is wrong with it.</summary>
public sealed class PolicyLoadResult
{
    internal PolicyLoadResult(Policy? policy, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<string> files)
    {
        Policy = policy;
        Diagnostics = diagnostics;
        Files = files;
    }

    /// <summary>
    /// The policy; <see cref="Policy.Default"/>'s settings when the project has none; null when it is broken.
    /// </summary>
    public Policy? Policy { get; }

    /// <summary>What is wrong: DG0003 errors, file by file, in the order of their lines.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>True when the policy is not usable: nothing may be published then.</summary>
    public bool IsBroken => Policy is null;

    /// <summary>
    /// Absolute paths of the policy files the result depends on, for up-to-date checks; also of broken ones.
    /// </summary>
    public IReadOnlyList<string> Files { get; }
}
