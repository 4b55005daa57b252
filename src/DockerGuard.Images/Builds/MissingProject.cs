namespace DockerGuard.Images.Builds;

/// <summary>A project or solution that a Dockerfile takes from its build context, and that is not there.</summary>
/// <param name="path">Its path from the root of the context.</param>
/// <param name="command">
/// The command that builds it, <c>'dotnet publish' at line 12</c>; null where it is copied.
/// </param>
/// <param name="origin">The place of the command or of the source of the copy.</param>
public sealed class MissingProject(string path, string? command, Origin origin)
{
    public string Path { get; } = path;

    public string? Command { get; } = command;

    public Origin Origin { get; } = origin;
}
