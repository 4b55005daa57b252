using System.Linq;
using DockerGuard.Rules;

namespace DockerGuard.Checks.Silencers;

/// <summary>
/// The waivers of the policy. Once for all files: a waiver that has expired is one finding, and told once a build.
/// </summary>
internal sealed class WaiverSilencer : ProjectSilencer
{
    /// <inheritdoc/>
    public override string Name => "waivers";

    /// <inheritdoc/>
    internal override LintResult Silence(LintResult result, SilencerScope scope)
    {
        var left = scope.Policy.ApplyWaivers(result, scope.Day);
        if (!scope.WaiversAreTold) return left;
        return left with { Findings = [.. left.Findings.Where(finding => !IsAboutWaiver(finding))] };
    }

    private static bool IsAboutWaiver(Diagnostic finding) =>
        finding.Descriptor == ToolDiagnostics.WaiverExpired || finding.Descriptor == ToolDiagnostics.WaiverExpiresSoon;
}
