using System.Collections.Generic;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Silencers;

/// <summary>
/// hadolint's configuration: takes out what it ignores, and marks what it makes less severe than the policy has it.
/// </summary>
internal sealed class HadolintSilencer : FileSilencer
{
    /// <inheritdoc/>
    public override string Name => "hadolint's configuration";

    /// <inheritdoc/>
    public override LintResult Silence(LintResult result, LintedFile file)
    {
        var settings = file.Request.Settings;
        if (settings.Overlay is not { } overlay) return result;
        var left = new List<Diagnostic>(result.Findings.Count);
        var suppressed = new List<Diagnostic>(result.Suppressed);
        foreach (var finding in result.Findings)
        {
            var rule = finding.Descriptor;
            if (overlay.Ignored.TryGetValue(rule.Key, out var by))
                suppressed.Add(finding with { SuppressedBy = by });
            else if (IsLowered(finding, settings, overlay) && ByKey(overlay.Lowered, rule) is { } lowering)
                left.Add(finding with { LoweredBy = lowering });
            else
                left.Add(finding);
        }

        return result with { Findings = left, Suppressed = suppressed };
    }

    /// <summary>Of an enforced rule nothing is lowered; that somebody wanted to is to be told.</summary>
    private static bool IsLowered(Diagnostic finding, RuleSettings settings, SettingsOverlay overlay)
    {
        var own = overlay.Policy.SeverityOf(finding.Descriptor);
        return settings.SeverityAskedFor(finding.Descriptor) < own
            && (finding.Severity < own || settings.EnforcerOf(finding.Descriptor) is not null);
    }

    private static Suppression? ByKey(IReadOnlyDictionary<string, Suppression> places, RuleDescriptor rule) =>
        places.TryGetValue(rule.Key, out var place)
            || (rule.Family is { } family && places.TryGetValue(family.Key, out place))
                ? place : null;
}
