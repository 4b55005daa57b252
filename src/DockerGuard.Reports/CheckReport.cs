using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Reports;

/// <summary>What there is to report of one check, whatever the format.</summary>
public sealed class CheckReport
{
    private IReadOnlyList<RuleDescriptor>? _rules;

    /// <summary>
    /// What was checked, such as <c>DockerGuard/dockerfiles/src/Web/Web.csproj</c>: a service replaces the findings of
    /// the last log of this category.
    /// </summary>
    public string Category { get; init; } = "DockerGuard";

    /// <summary>The version of the package (SemVer 2.0.0).</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>
    /// Absolute path of the repository; files below it are named from there, so that the log is the same on every
    /// machine.
    /// </summary>
    public string RootDirectory { get; init; } = "";

    /// <summary>The findings that are reported.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>The findings that are silenced, by a comment, a waiver or the baseline.</summary>
    public IReadOnlyList<Diagnostic> Suppressed { get; init; } = [];

    /// <summary>What the check went by; null when it did not come so far.</summary>
    public CheckBasis? Basis { get; init; }

    /// <summary>The linted files by absolute path; fixes are told for these.</summary>
    public IReadOnlyDictionary<string, Dockerfile> Dockerfiles { get; init; } = new Dictionary<string, Dockerfile>();

    /// <summary>What BuildKit says of the same thing, word for word; null when it has no such check.</summary>
    public Func<Diagnostic, string?> WordsOfBuildKit { get; init; } = static _ => null;

    /// <summary>The rules that found something, in the order of their ids and codes.</summary>
    public IReadOnlyList<RuleDescriptor> Rules => _rules ??=
    [
        .. Findings.Concat(Suppressed).Select(finding => finding.Descriptor).Distinct()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ThenBy(rule => rule.Key, StringComparer.Ordinal),
    ];
}
