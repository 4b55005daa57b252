namespace DockerGuard.Rules;

/// <summary>Where a finding was silenced. Source: SARIF 2.1.0, suppression.kind.</summary>
public enum SuppressionKind
{
    /// <summary>By a comment in the file the finding is in.</summary>
    InSource,

    /// <summary>By something outside of it: a waiver of the policy, or a baseline.</summary>
    External,
}

/// <summary>What silences a finding.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Justification">Why, in the words of who wrote it; null when no reason is given.</param>
public sealed record Suppression(SuppressionKind Kind, string? Justification);
