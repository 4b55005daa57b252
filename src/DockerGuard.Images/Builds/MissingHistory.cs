namespace DockerGuard.Images.Builds;

/// <summary>Who asks for git's history.</summary>
/// <param name="name">
/// The package that computes the version, <c>MinVer</c>; or the target, <c>target Stamp of Web.csproj</c>.
/// </param>
/// <param name="program">The command that the target runs, which fails without: <c>git describe</c>.</param>
public sealed class HistoryNeed(string name, string? program = null)
{
    public string Name { get; } = name;

    public string? Program { get; } = program;
}

/// <summary>A build that asks for git's history, which its stage has not been given.</summary>
public sealed class MissingHistory
{
    /// <summary>Who asks for it.</summary>
    public required HistoryNeed Need { get; init; }

    /// <summary>Why the history is not there.</summary>
    public required MissingCause Cause { get; init; }

    /// <summary>The command: <c>'dotnet publish' at line 12</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The place of the command.</summary>
    public required Origin Origin { get; init; }
}
