namespace DockerGuard.Images.Builds;

/// <summary>A restore in locked mode that its lock file does not serve.</summary>
public sealed class LockedRestore
{
    /// <summary>The lock file, from the root of the build context.</summary>
    public required string File { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required LockProblem Problem { get; init; }

    /// <summary>
    /// The runtime identifiers that are restored, divided by commas; null for one that only the build knows.
    /// </summary>
    public string? Wanted { get; init; }

    /// <summary>Those of the lock file, divided by commas.</summary>
    public string Locked { get; init; } = "";

    /// <summary>The command: <c>'dotnet restore' at line 12</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The place of the command.</summary>
    public required Origin Origin { get; init; }
}

/// <summary>Why a lock file does not serve a restore.</summary>
public enum LockProblem
{
    /// <summary>The project has none.</summary>
    None,

    /// <summary>No COPY, ADD or mount brings it.</summary>
    NotCopied,

    /// <summary>The ignore file keeps it out of the build.</summary>
    Ignored,

    /// <summary>It was made for other runtime identifiers.</summary>
    OtherIdentifiers,
}
