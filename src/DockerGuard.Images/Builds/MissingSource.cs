namespace DockerGuard.Images.Builds;

/// <summary>A file that a Dockerfile copies, and that the build context does not have.</summary>
/// <param name="path">From the root of the context.</param>
/// <param name="taker">The keyword of the instruction that copies it.</param>
/// <param name="other">A file of that name in other letters that is there; null where none is.</param>
/// <param name="origin">The place of the source.</param>
public sealed class MissingSource(string path, string taker, string? other, Origin origin)
{
    public string Path { get; } = path;

    public string Taker { get; } = taker;

    public string? Other { get; } = other;

    public Origin Origin { get; } = origin;
}
