namespace DockerGuard.Images.Builds;

/// <summary>A build whose version is computed from git's history, which its stage has not been given.</summary>
public sealed class MissingHistory
{
    /// <summary>The package that computes it: <c>MinVer</c>.</summary>
    public required string Package { get; init; }

    /// <summary>Why the history is not there.</summary>
    public required MissingCause Cause { get; init; }

    /// <summary>The command: <c>'dotnet publish' at line 12</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The place of the command.</summary>
    public required Origin Origin { get; init; }
}
