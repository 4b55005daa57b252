namespace DockerGuard.Images.Builds;

/// <summary>What a command line says of one thing.</summary>
/// <param name="Value">The value; null when it is not known before the build.</param>
/// <param name="Written">The words that say it: <c>-r linux-x64</c>.</param>
internal sealed record CommandValue(string? Value, string Written);
