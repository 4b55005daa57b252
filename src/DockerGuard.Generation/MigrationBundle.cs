namespace DockerGuard.Generation;

/// <summary>A bundle of the migrations of Entity Framework Core, which somebody wants a stage to make.</summary>
/// <param name="Context">The database context; null for the only one there is.</param>
/// <param name="Project">Absolute path of the project that holds the migrations; null for the image's own.</param>
/// <param name="ToolVersion">
/// The version of dotnet-ef that the project's manifest of tools names; null for that of its packages.
/// </param>
public sealed record MigrationBundle(string? Context, string? Project, string? ToolVersion)
{
    /// <summary>The stage that ships it.</summary>
    internal const string Stage = "migrations";
}
