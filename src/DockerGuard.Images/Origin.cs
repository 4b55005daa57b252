using DockerGuard.Dockerfiles;

namespace DockerGuard.Images;

/// <summary>Where a fact about an image comes from: the place a finding about it is reported at.</summary>
/// <param name="File">Absolute path of the Dockerfile, project file or imported MSBuild file.</param>
/// <param name="Span">The instruction's word, or the project element's value.</param>
public sealed record Origin(string File, SourceSpan Span)
{
    /// <summary>The start of a file, for a fact that no line of it states.</summary>
    public static Origin StartOf(string file) => new(file, SourceSpan.FileStart);
}

/// <summary>A value that is known about an image, with the place that caused it.</summary>
/// <param name="Value">The value after expansion.</param>
/// <param name="Origin">Where the value was written. For a value inherited from the base image: where the base was chosen.</param>
/// <param name="IsInherited">True when the base image set the value and nothing in the project did.</param>
public sealed record Known<T>(T Value, Origin Origin, bool IsInherited = false);
