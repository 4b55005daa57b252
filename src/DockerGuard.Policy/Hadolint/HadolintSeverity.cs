namespace DockerGuard.Policy.Hadolint;

/// <summary>hadolint's severities, the least severe first.</summary>
public enum HadolintSeverity
{
    /// <summary>Not reported; as a threshold, <c>none</c>: nothing fails.</summary>
    Ignore,

    Style,

    Info,

    Warning,

    Error,
}
