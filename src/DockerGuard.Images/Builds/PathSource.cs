namespace DockerGuard.Images.Builds;

/// <summary>One place that a path of a stage may come from: the build context, or the output of a command.</summary>
/// <param name="Path">
/// From the context's root, with the wildcards of the copy where its folder has some; or from the folder the command
/// writes to, empty for that folder itself.
/// </param>
/// <param name="Build">The command; null for the context.</param>
internal sealed record PathSource(string Path, StageBuild? Build = null);
