namespace DockerGuard.Images.Builds;

/// <summary>A program that a build runs, and that nothing brings into its stage.</summary>
public sealed class MissingProgram
{
    /// <summary>Its name, as a message says it: <c>npm</c>, <c>the tool 'swagger'</c>.</summary>
    public required string Program { get; init; }

    /// <summary>Who runs it: <c>target PublishSpa of Web.csproj</c>; null where the Dockerfile does.</summary>
    public string? Why { get; init; }

    /// <summary>The image of the stage.</summary>
    public required string Image { get; init; }

    /// <summary>True for a dotnet tool that is not restored.</summary>
    public required bool IsTool { get; init; }

    /// <summary>True for npm where there is Node.js without it.</summary>
    public bool HasNode { get; init; }

    /// <summary>The command: <c>'dotnet publish' at line 12</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The place of the command.</summary>
    public required Origin Origin { get; init; }
}
