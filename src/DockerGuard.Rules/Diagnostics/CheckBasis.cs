using System;
using System.Collections.Generic;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>
/// What a check went by. Whoever reads its result must be able to tell whether it was the policy they meant, and what
/// else had a word.
/// </summary>
public sealed class CheckBasis
{
    /// <summary>Absolute path of the policy in force; null where the built-in one is.</summary>
    public string? Policy { get; init; }

    /// <summary>Its profile; one of <see cref="Profiles.All"/>.</summary>
    public required string Profile { get; init; }

    /// <summary>Its level, from 1.</summary>
    public required int Level { get; init; }

    /// <summary>How many rules are enforced, so that nobody below the policy silences them.</summary>
    public int Enforced { get; init; }

    /// <summary>
    /// The policies that enforce them, base first: absolute paths, or <c>package:Id/path</c> for one in a package.
    /// </summary>
    public IReadOnlyList<string> EnforcedBy { get; init; } = [];

    /// <summary>Absolute path of the baseline; null when there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Absolute paths of the hadolint configurations that were read, each once.</summary>
    public IReadOnlyList<string> HadolintFiles { get; init; } = [];

    /// <summary>The names of hadolint's environment variables that are set.</summary>
    public IReadOnlyList<string> HadolintVariables { get; init; } = [];

    /// <summary>The stages the project says are shipped, where a file says so of another one; each once.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>The build arguments the project gives another value than the files do; each once, sorted.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The day dates were compared with, where it is not the real one (UTC).</summary>
    public DateTime? OtherDay { get; init; }
}
