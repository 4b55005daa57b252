namespace DockerGuard.Images.Builds;

/// <summary>A command that leaves out a step which nothing has done for it.</summary>
/// <param name="command">The command: <c>'dotnet publish -c Debug' at line 12</c>.</param>
/// <param name="isBuild">True for a build that is left out, false for a restore.</param>
/// <param name="origin">The place of the command.</param>
public sealed class SkippedStep(string command, bool isBuild, Origin origin)
{
    public string Command { get; } = command;

    public bool IsBuild { get; } = isBuild;

    public Origin Origin { get; } = origin;

    /// <summary>The command that has done the step for something else; null when none has.</summary>
    public string? Other { get; init; }

    /// <summary>What it has done it for: <c>configuration</c>, <c>framework</c>, <c>runtime identifier</c>.</summary>
    public string Difference { get; init; } = "";
}
