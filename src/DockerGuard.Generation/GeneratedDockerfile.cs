using System.Collections.Generic;

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

    /// <summary>Whether the error is of what lies outside the folders that an image is built in.</summary>
    public bool IsOutside { get; init; }

    /// <summary>What the build here reads outside them, and an image build does without; a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>True when the project is right as it is, and its Dockerfile another tool's.</summary>
    public bool IsOfAnotherTool { get; init; }
}
