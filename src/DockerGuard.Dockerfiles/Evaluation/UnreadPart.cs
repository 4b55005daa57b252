namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>A part of a file that nobody has read, so that what it holds is not known.</summary>
/// <param name="Message">Why, a plain sentence, lower-case start, no full stop.</param>
/// <param name="Span">Where it begins.</param>
public sealed record UnreadPart(string Message, SourceSpan Span);
