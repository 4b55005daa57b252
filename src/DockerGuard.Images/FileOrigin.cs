using DockerGuard.Dockerfiles;

namespace DockerGuard.Images;

/// <summary>A place in a text: a Dockerfile, a project file, a policy.</summary>
/// <param name="File">Absolute path.</param>
/// <param name="Span">The instruction's word, or the project element's value.</param>
public sealed record FileOrigin(string File, SourceSpan Span) : Origin
{
    /// <inheritdoc/>
    public override string Artifact => File;

    /// <inheritdoc/>
    public override string ToString() => $"{File}{Span}";
}
