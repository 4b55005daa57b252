using System.Collections.Generic;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>What a SARIF log tells of one check.</summary>
public sealed class SarifRun
{
    /// <summary>What was checked, such as <c>DockerGuard/lint/src/Web/Web.csproj</c>: a service replaces the findings of the last log of this category.</summary>
    public string Category { get; init; } = "DockerGuard";

    /// <summary>The version of the package (SemVer 2.0.0).</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>Absolute path of the repository; files below it are named from there, so that the log is the same on every machine.</summary>
    public string RootDirectory { get; init; } = "";

    /// <summary>The findings that are reported.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>The findings that are silenced, by a comment, a waiver or the baseline.</summary>
    public IReadOnlyList<Diagnostic> Suppressed { get; init; } = [];

    /// <summary>The linted files by absolute path; fixes are told for these.</summary>
    public IReadOnlyDictionary<string, Dockerfile> Dockerfiles { get; init; } = new Dictionary<string, Dockerfile>();
}
