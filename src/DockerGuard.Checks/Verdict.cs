using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks;

/// <summary>What a check comes to: all there is to log, and nothing left to decide.</summary>
public sealed class Verdict
{
    /// <summary>
    /// The findings to report, each with the severity it is reported with, in the order they are told.
    /// </summary>
    public IReadOnlyList<Diagnostic> Reported { get; init; } = [];

    /// <summary>
    /// The silenced findings; <see cref="Diagnostic.SuppressedBy"/> says who silences each, and where.
    /// </summary>
    public IReadOnlyList<Diagnostic> Suppressed { get; init; } = [];

    /// <summary>The Dockerfiles that were read, by absolute path.</summary>
    public IReadOnlyDictionary<string, Dockerfile> Dockerfiles { get; init; } = new Dictionary<string, Dockerfile>();

    /// <summary>The files the policy consists of, those it extends included, by absolute path.</summary>
    public IReadOnlyList<string> PolicyFiles { get; init; } = [];

    /// <summary>What the check went by; null when the policy is broken.</summary>
    public CheckBasis? Basis { get; init; }

    /// <summary>Sentences for the reader of the build's output; they are said before the findings.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The check in one line; null when it came to no end.</summary>
    public string? Summary { get; init; }

    /// <summary>True when nothing was found that building again could tell.</summary>
    public bool IsClean { get; init; }

    /// <summary>
    /// True when the same check would come to the same again; false when it came to no end, or when a tool that is
    /// there failed.
    /// </summary>
    public bool IsLasting { get; init; }

    /// <summary>True when nothing may be built or published on it.</summary>
    public bool HasErrors => Reported.Any(finding => finding.Severity == Severity.Error);
}
