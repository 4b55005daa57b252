namespace DockerGuard.Images.Builds;

/// <summary>What is looked for in a stage.</summary>
/// <param name="Path">An absolute path.</param>
/// <param name="IsFolder">True when something below the path is as good as the path itself.</param>
internal sealed record PathQuery(string Path, bool IsFolder)
{
    /// <summary>True for a path that is one of those looked for, or holds one.</summary>
    public bool Meets(string path) =>
        ContainerPath.Below(path, Path) is not null || (IsFolder && ContainerPath.Below(Path, path) is not null);
}
