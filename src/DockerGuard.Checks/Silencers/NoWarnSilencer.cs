using System.Collections.Generic;
using DockerGuard.Rules;

namespace DockerGuard.Checks.Silencers;

/// <summary>The project's <c>NoWarn</c>: the last to be asked, and about conditions of the tool too.</summary>
internal sealed class NoWarnSilencer : Silencer
{
    /// <inheritdoc/>
    public override string Name => "NoWarn";

    /// <summary>Parts the findings into those that are left and those it silences.</summary>
    public static LintResult Silence(LintResult result, ProjectWarnings warnings)
    {
        var left = new List<Diagnostic>(result.Findings.Count);
        var suppressed = new List<Diagnostic>(result.Suppressed);
        foreach (var finding in result.Findings)
        {
            if (warnings.Silencing(finding) is { } by) suppressed.Add(finding with { SuppressedBy = by });
            else left.Add(finding);
        }

        return new LintResult(left, suppressed);
    }
}
