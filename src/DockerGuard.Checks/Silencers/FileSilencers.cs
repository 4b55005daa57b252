using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;

namespace DockerGuard.Checks.Silencers;

/// <summary>Comments of the Dockerfile: ours, and those of hadolint, ShellCheck, Trivy, Checkov and KICS.</summary>
internal sealed class CommentSilencer : FileSilencer
{
    /// <inheritdoc/>
    public override string Name => "comments";

    /// <inheritdoc/>
    public override LintResult Silence(LintResult result, LintedFile file) => file.WithComments(result);
}

/// <summary>BuildKit's check options; they may also make errors of warnings.</summary>
internal sealed class CheckOptionSilencer : FileSilencer
{
    /// <inheritdoc/>
    public override string Name => "check options";

    /// <inheritdoc/>
    public override LintResult Silence(LintResult result, LintedFile file) => file.WithCheckOptions(result);
}

/// <summary>
/// Where a rule explains what the build refuses, its finding stands for the bare error. A silenced finding stands for
/// nothing, so this comes after the comments; and an echo is nothing that anybody accepted, so it is not among the
/// silenced findings.
/// </summary>
internal sealed class EchoSilencer : FileSilencer
{
    /// <inheritdoc/>
    public override string Name => "echoes of parse errors";

    /// <inheritdoc/>
    public override LintResult Silence(LintResult result, LintedFile file)
    {
        var explained = new HashSet<SourceSpan>(result.Findings
            .Where(finding => finding.Severity == Severity.Error && !finding.Descriptor.IsTool)
            .Select(finding => finding.Span));
        if (explained.Count == 0) return result;
        return result with { Findings = [.. result.Findings.Where(finding => !IsEcho(finding, explained))] };
    }

    private static bool IsEcho(Diagnostic finding, HashSet<SourceSpan> explained) =>
        finding.Descriptor == ToolDiagnostics.ParseError && explained.Contains(finding.Span);
}
