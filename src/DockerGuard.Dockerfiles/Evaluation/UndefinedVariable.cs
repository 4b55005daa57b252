namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>A variable that is used where it has no value.</summary>
/// <param name="Name">The name without dollar sign and braces.</param>
/// <param name="Span">
/// The place of the first use in its word, from the dollar sign on; the whole word where a continuation divides it.
/// </param>
/// <param name="HasSubstitute">
/// Whether the text itself says what stands in its place: <c>${name:-default}</c>, <c>${name:+alternative}</c>.
/// </param>
/// <param name="Suggestion">A name known at this place that is near to it; null when there is none.</param>
/// <param name="PeerSuggestion">The name BuildKit suggests, which looks at names with a value only.</param>
public sealed record UndefinedVariable(
    string Name, SourceSpan Span, bool HasSubstitute, string? Suggestion, string? PeerSuggestion);
