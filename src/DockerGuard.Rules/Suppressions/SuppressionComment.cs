using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Suppressions;

/// <summary>A comment that silences rules, ours or a peer's.</summary>
/// <param name="Rules">The rules it names, those known here.</param>
/// <param name="Written">The order as written, such as <c>ignore=DG1004</c>.</param>
/// <param name="Span">The place of the comment.</param>
/// <param name="Reason">Why, as the comment says; null when it does not.</param>
internal sealed record SuppressionComment(
    IReadOnlyList<RuleDescriptor> Rules, string Written, SourceSpan Span, string? Reason)
{
    /// <summary>
    /// What is reported when it silences nothing; <see cref="Severity.Off"/> for a comment that may serve its own tool
    /// all the same.
    /// </summary>
    public Severity WhenUnused { get; init; }
}
