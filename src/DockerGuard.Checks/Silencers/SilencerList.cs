using System.Collections.Generic;
using System.Linq;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Silencers;

/// <summary>
/// Everybody who may silence a finding, in the order they are asked: who stands nearest to the finding comes first, and
/// the first one gets the credit.
/// </summary>
public static class SilencerList
{
    /// <summary>The list.</summary>
    public static IReadOnlyList<Silencer> All { get; } =
    [
        new CommentSilencer(),
        new CheckOptionSilencer(),
        new HadolintSilencer(),
        new WaiverSilencer(),
        new BaselineSilencer(),
        new NoWarnSilencer(),
        new EchoSilencer(),
    ];

    private static readonly FileSilencer[] OfFile = [.. All.OfType<FileSilencer>()];
    private static readonly ProjectSilencer[] OfProject = [.. All.OfType<ProjectSilencer>()];

    /// <summary>What a Dockerfile leaves of its own findings when nobody else has a word about them.</summary>
    public static LintResult OverFileAlone(LintedFile file) => EchoSilencer.Silence(OverFile(file));

    /// <summary>
    /// What a Dockerfile leaves of its own findings, and what it silences; both in file order. Errors that a rule
    /// explains are still among them.
    /// </summary>
    internal static LintResult OverFile(LintedFile file)
    {
        var result = new LintResult(file.Findings, []);
        foreach (var silencer in OfFile)
            result = Enforcement.Restore(result, silencer.Silence(result, file), file.Request.Settings);
        return new LintResult(result.Findings.InOrder(), result.Suppressed.InOrder()) { Absent = file.Absent };
    }

    /// <summary>
    /// What policy and baseline leave of the findings of a project; null after a problem of theirs has been told.
    /// </summary>
    internal static LintResult? OverProject(LintResult result, SilencerScope scope)
    {
        foreach (var silencer in OfProject)
        {
            if (silencer.Silence(result, scope) is not { } left) return null;
            // Waivers are the policy's own word; those of other policies have been refused with these.
            result = silencer is WaiverSilencer ? left : Enforcement.Restore(result, left, scope.Policy.Settings);
        }

        return result;
    }

    /// <summary>What the project leaves of all that is about to be reported.</summary>
    internal static LintResult OverReport(LintResult result, ProjectWarnings warnings, RuleSettings? settings)
    {
        var left = NoWarnSilencer.Silence(result, warnings, rule => settings?.EnforcerOf(rule) is not null);
        return EchoSilencer.Silence(Enforcement.Restore(result, left, settings));
    }
}
