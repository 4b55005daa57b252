namespace DockerGuard.Images.Project;

/// <summary>A folder in which a build runs Node.js.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="LockFile">
/// The name of the file in it that fixes its packages, <c>package-lock.json</c>, where they can be installed by it and
/// <c>package.json</c> alone; null when there is none, or scripts, workspaces or other folders are read for it too.
/// </param>
/// <param name="Version">
/// What it says of the version, as it is written: <c>&gt;=20</c>, <c>lts/jod</c>; null when it says nothing.
/// </param>
/// <param name="Manager">
/// Who installs its packages: <c>npm</c>, <c>yarn</c> or <c>pnpm</c>; null where it has none.
/// </param>
public sealed record NodeFolder(string Path, string? LockFile, string? Version, string? Manager);
