using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Foreign;

/// <summary>A tool of others that had something to check and was not there. It is told once for all files.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Problem">What the project says of it, when the project names it; null when nobody does.</param>
public sealed record ForeignAbsence(ForeignTool Tool, string? Problem)
{
    /// <summary>
    /// For the summary of a check; null for a tool that the project names, which is told of as a warning.
    /// </summary>
    public string? Remark =>
        Problem is null ? $"{Tool.Name} is not installed, so {Tool.ShortSubject} are not checked" : null;

    /// <summary>The finding about it. A tool that the project names is one somebody counts on.</summary>
    public Diagnostic ToDiagnostic(RuleSettings settings, Origin origin) =>
        Tool.DidNotCheck(
            (Problem ?? $"{Tool.Name} is not installed") + Tool.Consequence,
            settings,
            origin,
            isExpected: Problem is not null);
}
