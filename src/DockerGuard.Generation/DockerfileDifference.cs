namespace DockerGuard.Generation;

/// <summary>
/// One thing in which a Dockerfile differs from what would be generated; two sentences without a stop.
/// </summary>
/// <param name="Since">For a file that was generated: what of the project is another thing now.</param>
/// <param name="Advice">For a file a person wrote: what generation does in its place, and why.</param>
public sealed record DockerfileDifference(string Since, string Advice);
