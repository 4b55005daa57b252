using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks;

/// <summary>What a project says about warnings, in MSBuild's words.</summary>
/// <remarks>
/// MSBuild itself applies <c>NoWarn</c>, <c>WarningsAsErrors</c> and <c>-warnaserror</c> to the warnings it is given;
/// it is done here before, so that what is counted is what is printed. Two things it does not do for a task:
/// <c>TreatWarningsAsErrors</c>, and <c>NoWarn</c> for a finding that is an error by default. What a policy names as an
/// error stays one.
/// </remarks>
/// <param name="projectFile">Absolute path of the project.</param>
/// <param name="noWarn">Its <c>NoWarn</c>.</param>
/// <param name="treatWarningsAsErrors">Its <c>TreatWarningsAsErrors</c>.</param>
/// <param name="warningsNotAsErrors">Its <c>WarningsNotAsErrors</c>.</param>
/// <param name="engine">What MSBuild does beside; null where nothing is known of it.</param>
public sealed class ProjectWarnings(
    string projectFile,
    string? noWarn = null,
    bool treatWarningsAsErrors = false,
    string? warningsNotAsErrors = null,
    IWarningLists? engine = null)
{
    /// <summary>What hides a warning without the project's <c>NoWarn</c>.</summary>
    internal const string HidingLists = "-noWarn or MSBuildWarningsAsMessages";

    /// <summary>A code no warning has: raised where all are.</summary>
    private const string NoCode = "DG0000";

    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> _noWarn = Codes(noWarn);
    private readonly HashSet<string> _notAsErrors = Codes(warningsNotAsErrors);
    private readonly Suppression _byNoWarn = new(
        SilencedBy.NoWarn, Origin.StartOf(projectFile), "listed in the project's NoWarn");

    private readonly Suppression _byEngine = new(SilencedBy.NoWarn, Origin.StartOf(projectFile), HidingLists);

    /// <summary>What silences a finding; null when <c>NoWarn</c> does not.</summary>
    /// <remarks>
    /// MSBuild would hide a warning too, but knows no aliases. An error is hidden only where nobody insists on it.
    /// </remarks>
    public Suppression? Silencing(Diagnostic finding) =>
        finding.Severity != Severity.Error || (!finding.IsSetByPolicy && !finding.Descriptor.IsTool)
            ? Listing(finding)
            : null;

    /// <summary>
    /// What would silence a finding if nobody insisted on it; null when <c>NoWarn</c> does not list it.
    /// </summary>
    internal Suppression? Listing(Diagnostic finding) =>
        IsListed(_noWarn, finding.Descriptor) ? _byNoWarn
            : finding.Severity == Severity.Warning && engine is not null && IsAny(finding.Descriptor, engine.IsHidden)
                ? _byEngine
                : null;

    /// <summary>The finding with the severity it is reported with.</summary>
    public Diagnostic Raised(Diagnostic finding) =>
        finding.Severity == Severity.Warning && IsRaised(finding) ? finding.MadeErrorByProject() : finding;

    /// <summary>
    /// The code MSBuild is given with a warning. No list has one with a blank behind it, so none hides what nobody
    /// silences; a bare <c>-warnaserror</c> raises that too, whatever it excepts.
    /// </summary>
    public static string CodeOf(Diagnostic warning) =>
        warning.IsBinding ? warning.Descriptor.Id + " " : warning.Descriptor.Id;

    /// <summary>What is to be reported of conditions that belong to no check.</summary>
    public Verdict Judge(IEnumerable<Diagnostic> conditions)
    {
        var verdict = new VerdictBuilder(this);
        verdict.Tell(conditions);
        return verdict.ToVerdict();
    }

    private bool IsRaised(Diagnostic warning) =>
        (treatWarningsAsErrors && !IsListed(_notAsErrors, warning.Descriptor))
            || (engine is not null && (engine.IsRaised(CodeOf(warning))
                || engine.IsRaised(warning.Descriptor.Id)
                || IsRaisedByAlias(warning.Descriptor, engine)));

    /// <summary>Where all are raised an alias tells nothing: the id may be the exception.</summary>
    private static bool IsRaisedByAlias(RuleDescriptor rule, IWarningLists engine) =>
        rule.Aliases.Any(alias => engine.IsRaised(alias.Id)) && !engine.IsRaised(NoCode);

    private static bool IsListed(HashSet<string> codes, RuleDescriptor rule) =>
        codes.Count > 0 && IsAny(rule, codes.Contains);

    private static bool IsAny(RuleDescriptor rule, Func<string, bool> isListed) =>
        isListed(rule.Id) || rule.Aliases.Any(alias => isListed(alias.Id));

    private static HashSet<string> Codes(string? list) =>
        new((list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
