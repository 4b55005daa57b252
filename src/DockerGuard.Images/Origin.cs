namespace DockerGuard.Images;

/// <summary>Where a fact about an image comes from: the place a finding about it is reported at.</summary>
public abstract record Origin
{
    /// <summary>What a log names first: the absolute path of a file, or the image.</summary>
    public abstract string Artifact { get; }

    /// <summary>The start of a file, for a fact that no line of it states.</summary>
    public static FileOrigin StartOf(string file) => new(file, Dockerfiles.SourceSpan.FileStart);
}
