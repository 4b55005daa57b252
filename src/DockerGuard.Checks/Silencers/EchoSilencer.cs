using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Silencers;

/// <summary>
/// Where a rule explains what the build refuses, its finding stands for the bare error. It must itself be reported for
/// that, so this comes after everybody who might silence it; and an echo is nothing that anybody accepted, so it is not
/// among the silenced findings.
/// </summary>
internal sealed class EchoSilencer : Silencer
{
    /// <inheritdoc/>
    public override string Name => "echoes of parse errors";

    /// <summary>Leaves out the errors that a rule explains at the very same place.</summary>
    public static LintResult Silence(LintResult result)
    {
        if (!result.Findings.Any(finding => finding.Descriptor == ToolDiagnostics.ParseError)) return result;
        var explained = new HashSet<(string File, SourceSpan Span)>(result.Findings
            .Where(finding => finding is { Severity: Severity.Error, Descriptor.ExplainsRefusals: true })
            .Select(finding => (finding.File, finding.Span)));
        if (explained.Count == 0) return result;
        return result with { Findings = [.. result.Findings.Where(finding => !IsEcho(finding, explained))] };
    }

    private static bool IsEcho(Diagnostic finding, HashSet<(string File, SourceSpan Span)> explained) =>
        finding.Descriptor == ToolDiagnostics.ParseError && explained.Contains((finding.File, finding.Span));
}
