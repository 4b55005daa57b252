namespace DockerGuard.Generation;

/// <summary>
/// One thing in which a Dockerfile differs from what would be generated; two sentences without a stop.
/// </summary>
/// <param name="Weight">How much it matters.</param>
/// <param name="Since">For a file that was generated: what of the project is another thing now.</param>
/// <param name="Advice">For a file a person wrote: what generation does in its place, and why.</param>
public sealed record DockerfileDifference(DifferenceWeight Weight, string Since, string Advice);

/// <summary>How much a difference matters, the most first.</summary>
public enum DifferenceWeight
{
    /// <summary>It is built in, or of, another image.</summary>
    Image,

    /// <summary>It has another project in it, or starts otherwise.</summary>
    App,

    /// <summary>It is built otherwise, or of other files.</summary>
    Build,

    /// <summary>Labels, and patterns that may match nothing.</summary>
    Detail,
}
