using System;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>In what the image of a generated Dockerfile is another than that of the SDK's publish, and why.</summary>
/// <param name="Thing">A line of <see cref="ImageContents"/>; a star at its end stands for anything.</param>
/// <param name="Sdks">What the SDK makes of it: the whole value, empty for nothing; null for whatever.</param>
/// <param name="Ours">What the Dockerfile makes of it, in the same words.</param>
/// <param name="Reason">Why that is so.</param>
/// <param name="Cases">The projects it is seen in; none for all.</param>
internal sealed record KnownDifference(
    string Thing, string? Sdks, string? Ours, string Reason, params string[] Cases)
{
    public bool IsOf(string name) => Cases.Length == 0 || Array.IndexOf(Cases, name) >= 0;

    public bool Covers(string thing, string sdks, string ours) =>
        (Thing.EndsWith('*') ? thing.StartsWith(Thing[..^1], StringComparison.Ordinal) : thing == Thing)
            && (Sdks is null || Sdks == sdks)
            && (Ours is null || Ours == ours);
}
