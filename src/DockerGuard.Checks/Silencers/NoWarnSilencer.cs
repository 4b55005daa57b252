using System;
using System.Collections.Generic;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Silencers;

/// <summary>The project's <c>NoWarn</c>: the last to be asked, and about conditions of the tool too.</summary>
internal sealed class NoWarnSilencer : Silencer
{
    /// <inheritdoc/>
    public override string Name => "NoWarn";

    /// <summary>Parts the findings into those that are left and those it silences.</summary>
    /// <param name="result">The findings.</param>
    /// <param name="warnings">What the project says.</param>
    /// <param name="isEnforced">
    /// True for a rule that a policy enforces: what the project lists of it is an attempt, whatever its severity.
    /// </param>
    public static LintResult Silence(
        LintResult result, ProjectWarnings warnings, Func<RuleDescriptor, bool> isEnforced)
    {
        var left = new List<Diagnostic>(result.Findings.Count);
        var suppressed = new List<Diagnostic>(result.Suppressed);
        foreach (var finding in result.Findings)
        {
            var isAttempt = isEnforced(finding.Descriptor);
            if ((isAttempt ? warnings.Listing(finding) : warnings.Silencing(finding)) is { } suppression)
                suppressed.Add(finding with { SuppressedBy = suppression });
            else left.Add(finding);
        }

        return new LintResult(left, suppressed);
    }
}
