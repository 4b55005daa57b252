using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks;

/// <summary>What a project says about warnings, in MSBuild's words.</summary>
/// <remarks>
/// MSBuild itself applies <c>NoWarn</c>, <c>WarningsAsErrors</c> and <c>-warnaserror</c> to the warnings it is given.
/// Two things it does not do for a task are done here: <c>TreatWarningsAsErrors</c>, and <c>NoWarn</c> for a finding
/// that is an error by default. What a policy names as an error stays one.
/// </remarks>
/// <param name="projectFile">Absolute path of the project.</param>
/// <param name="noWarn">Its <c>NoWarn</c>.</param>
/// <param name="treatWarningsAsErrors">Its <c>TreatWarningsAsErrors</c>.</param>
/// <param name="warningsNotAsErrors">Its <c>WarningsNotAsErrors</c>.</param>
public sealed class ProjectWarnings(
    string projectFile, string? noWarn = null, bool treatWarningsAsErrors = false, string? warningsNotAsErrors = null)
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> _noWarn = Codes(noWarn);
    private readonly HashSet<string> _notAsErrors = Codes(warningsNotAsErrors);
    private readonly Suppression _byNoWarn = new(
        SilencedBy.NoWarn, Origin.StartOf(projectFile), "listed in the project's NoWarn");

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
    internal Suppression? Listing(Diagnostic finding) => IsListed(_noWarn, finding.Descriptor) ? _byNoWarn : null;

    /// <summary>The finding with the severity it is reported with.</summary>
    public Diagnostic Raised(Diagnostic finding) =>
        treatWarningsAsErrors && !IsListed(_notAsErrors, finding.Descriptor) ? finding.MadeErrorByProject() : finding;

    /// <summary>What is to be reported of conditions that belong to no check.</summary>
    public Verdict Judge(IEnumerable<Diagnostic> conditions)
    {
        var verdict = new VerdictBuilder(this);
        verdict.Tell(conditions);
        return verdict.ToVerdict();
    }

    private static bool IsListed(HashSet<string> codes, RuleDescriptor rule) =>
        codes.Count > 0 && (codes.Contains(rule.Id) || rule.Aliases.Any(alias => codes.Contains(alias.Id)));

    private static HashSet<string> Codes(string? list) =>
        new((list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
