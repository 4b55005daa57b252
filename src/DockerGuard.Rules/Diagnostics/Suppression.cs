using DockerGuard.Images;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>Those who may silence a finding, in the order in which they are asked.</summary>
public enum SilencedBy
{
    /// <summary>A comment in the Dockerfile: ours, or that of a peer.</summary>
    Comment,

    /// <summary>
    /// BuildKit's check options: the <c># check=</c> directive or comment, or the build argument that takes its place.
    /// </summary>
    CheckOption,

    /// <summary>hadolint's configuration: its file, or its environment variables.</summary>
    Hadolint,

    /// <summary>A waiver of the policy.</summary>
    Waiver,

    /// <summary>A baseline.</summary>
    Baseline,

    /// <summary>The project's <c>NoWarn</c>.</summary>
    NoWarn,
}

/// <summary>Where a finding was silenced. Source: SARIF 2.1.0, suppression.kind.</summary>
public enum SuppressionKind
{
    /// <summary>By a comment in the file the finding is in.</summary>
    InSource,

    /// <summary>By something outside of it: a waiver of the policy, or a baseline.</summary>
    External,
}

/// <summary>What silences a finding.</summary>
/// <param name="By">Who does.</param>
/// <param name="Place">Where it stands: a comment, a waiver in its policy, a baseline, the project file.</param>
/// <param name="Justification">Why, in the words of who wrote it; null when no reason is given.</param>
public sealed record Suppression(SilencedBy By, Origin Place, string? Justification)
{
    /// <summary>How a report tells it.</summary>
    public SuppressionKind Kind =>
        By is SilencedBy.Comment or SilencedBy.CheckOption ? SuppressionKind.InSource : SuppressionKind.External;
}
