namespace DockerGuard.Generation;

/// <summary>The text of a Dockerfile and its ignore file, or the sentence that says why there is none.</summary>
public sealed class GeneratedDockerfile
{
    /// <summary>The Dockerfile, lines ended by LF; empty with an error.</summary>
    public string Dockerfile { get; init; } = "";

    /// <summary>
    /// The text of <c>&lt;Dockerfile&gt;.dockerignore</c>, which lies beside the Dockerfile; empty with an error.
    /// </summary>
    public string IgnoreFile { get; init; } = "";

    /// <summary>Absolute path of the folder to build in; empty with an error.</summary>
    public string ContextDirectory { get; init; } = "";

    /// <summary>Why this base image, and what else is worth a word; clauses with semicolons between.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why nothing was generated; null when something was.</summary>
    public string? Error { get; init; }

    /// <summary>True when the project is right as it is, and its Dockerfile another tool's.</summary>
    public bool IsOfAnotherTool { get; init; }
}
