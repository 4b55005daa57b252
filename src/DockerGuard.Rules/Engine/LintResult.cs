using System.Collections.Generic;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Rules.Engine;

/// <summary>What was found, and what was found but is silenced.</summary>
/// <param name="Findings">The findings to report, in file order.</param>
/// <param name="Suppressed">
/// The silenced ones, in file order; each tells by what in <see cref="Diagnostic.SuppressedBy"/>.
/// </param>
public sealed record LintResult(IReadOnlyList<Diagnostic> Findings, IReadOnlyList<Diagnostic> Suppressed)
{
    /// <summary>The tools of others that had something to check and were not there.</summary>
    public IReadOnlyList<ForeignAbsence> Absent { get; init; } = [];
}
