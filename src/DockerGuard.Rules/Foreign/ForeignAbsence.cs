using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Foreign;

/// <summary>A tool of others that had something to check and was not there. It is told once for all files.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Presence">Absent, missing or switched off.</param>
/// <param name="Problem">What the project says of it, when the project names it; null when nobody does.</param>
public sealed record ForeignAbsence(ForeignTool Tool, ForeignPresence Presence, string? Problem)
{
    /// <summary>
    /// For the summary of a check; null for a tool that the project names, which is told of as a warning.
    /// </summary>
    public string? Remark => Presence switch
    {
        ForeignPresence.SwitchedOff => $"{Tool.Name} is off",
        ForeignPresence.Absent => $"{Tool.Name} is not installed, so {Tool.ShortSubject} are not checked",
        _ => null,
    };

    /// <summary>
    /// The finding about it. A tool that the project names is one somebody counts on; one that it switches off is
    /// missed only where a policy enforces something of it, else null.
    /// </summary>
    public Diagnostic? ToDiagnostic(RuleSettings settings, Origin origin) =>
        Presence == ForeignPresence.SwitchedOff && Tool.EnforcedIn(settings) is null
            ? null
            : Tool.DidNotCheck(
                (Problem ?? $"{Tool.Name} is not installed") + Tool.Consequence(settings),
                settings,
                origin,
                isExpected: Problem is not null);
}
