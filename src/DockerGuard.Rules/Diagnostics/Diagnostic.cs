using DockerGuard.Dockerfiles;
using DockerGuard.Images;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>One finding: which rule, how severe, where, and what was found.</summary>
/// <param name="Descriptor">The rule that found it.</param>
/// <param name="Severity">Decided once, by profile and policy; never <see cref="Severity.Off"/>.</param>
/// <param name="Message">What was found, lower-case, without a final stop.</param>
/// <param name="Origin">The place in a Dockerfile, project file or policy, or in a built image.</param>
public sealed record Diagnostic(RuleDescriptor Descriptor, Severity Severity, string Message, Origin Origin)
{
    /// <summary>A finding in a file.</summary>
    public Diagnostic(RuleDescriptor descriptor, Severity severity, string message, string file, SourceSpan span)
        : this(descriptor, severity, message, new FileOrigin(file, span))
    {
    }

    /// <summary>Absolute path of the file it is about; the reference of a built image.</summary>
    public string File => Origin.Artifact;

    /// <summary>The place in that file; zeros in an image, which has no lines.</summary>
    public SourceSpan Span => Origin is FileOrigin place ? place.Span : default;

    /// <summary>
    /// True when a policy sets this severity by name: then a project's <c>NoWarn</c> does not take it back.
    /// </summary>
    public bool IsSetByPolicy { get; init; }

    /// <summary>
    /// The policy that enforces the rule, as messages name it; null when none does. Nobody below that policy silences
    /// the finding.
    /// </summary>
    public string? EnforcedBy { get; init; }

    /// <summary>True for what nobody silences but the policy itself; no list of warnings does either.</summary>
    public bool IsBinding => EnforcedBy is not null || Descriptor.IsAlwaysTold;

    /// <summary>What has made it less severe than the policy has it; null when nothing has.</summary>
    public Suppression? LoweredBy { get; init; }

    /// <summary>The mechanical cure; null when it takes a person's judgement.</summary>
    public Fix? Fix { get; init; }

    /// <summary>
    /// The things the message names, in order, for whoever says the same in other words; empty where nobody does.
    /// </summary>
    public ValueList Values { get; init; } = ValueList.Empty;

    /// <summary>
    /// The instruction that makes this place wrong when it is another one than the place itself: a comment above it
    /// silences the finding too.
    /// </summary>
    internal SourceSpan? Cause { get; init; }

    /// <summary>What silences it; null for a finding that is reported.</summary>
    public Suppression? SuppressedBy { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Origin}: {Severity} {Descriptor.Id}: {Message}";
}
