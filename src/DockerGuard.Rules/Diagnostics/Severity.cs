namespace DockerGuard.Rules.Diagnostics;

/// <summary>How a finding is reported: as nothing, an MSBuild message, warning or error.</summary>
public enum Severity
{
    /// <summary>Not reported.</summary>
    Off,

    /// <summary>A message of high importance; never fails a build.</summary>
    Info,

    /// <summary>A warning, which <c>NoWarn</c> and <c>WarningsAsErrors</c> govern.</summary>
    Warning,

    /// <summary>An error: the build fails and nothing is published.</summary>
    Error,
}
