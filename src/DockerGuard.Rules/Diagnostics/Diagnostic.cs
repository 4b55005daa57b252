using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>One finding: which rule, how severe, where, and what was found.</summary>
/// <param name="Descriptor">The rule that found it.</param>
/// <param name="Severity">Decided once, by profile and policy; never <see cref="Severity.Off"/>.</param>
/// <param name="Message">What was found, lower-case, without a final stop.</param>
/// <param name="File">Absolute path of the Dockerfile, project file or policy it is about.</param>
/// <param name="Span">The place in that file.</param>
public sealed record Diagnostic(RuleDescriptor Descriptor, Severity Severity, string Message, string File, SourceSpan Span)
{
    /// <summary>True when a policy sets this severity by name: then a project's <c>NoWarn</c> does not take it back.</summary>
    public bool IsEnforced { get; init; }

    /// <summary>The mechanical cure; null when it takes a person's judgement.</summary>
    public Fix? Fix { get; init; }

    /// <summary>What BuildKit says of the same thing, word for word; null when it has no such check.</summary>
    public string? PeerMessage { get; init; }

    /// <summary>The instruction that makes this place wrong when it is another one than the place itself: a comment above it silences the finding too.</summary>
    internal SourceSpan? Cause { get; init; }

    /// <summary>What silences it; null for a finding that is reported.</summary>
    public Suppression? SuppressedBy { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{File}{Span}: {Severity} {Descriptor.Id}: {Message}";
}
