using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Silencers;

/// <summary>
/// What nobody silences but the policy that enforces it. Silencers do not know of it: what one of them took away is
/// given back here, for all of them alike, and the attempt is told of.
/// </summary>
internal static class Enforcement
{
    /// <summary>Gives back what a silencer must not take.</summary>
    /// <param name="before">The findings before it was asked.</param>
    /// <param name="after">What it has left; what it silenced stands behind what was silenced before.</param>
    /// <param name="settings">What the policy says; null where none is known, and nothing is enforced.</param>
    public static LintResult Restore(LintResult before, LintResult after, RuleSettings? settings)
    {
        var taken = after.Suppressed.Skip(before.Suppressed.Count).ToList();
        if (!taken.Any(IsBinding) && !after.Findings.Any(IsUndone)) return after;
        var attempts = new List<(Suppression By, RuleDescriptor Rule)>();
        var kept = new HashSet<Diagnostic>();
        var suppressed = new List<Diagnostic>(before.Suppressed);
        foreach (var finding in taken)
        {
            if (!IsBinding(finding))
            {
                suppressed.Add(finding);
                continue;
            }

            attempts.Add((finding.SuppressedBy!, finding.Descriptor));
            kept.Add(finding with { SuppressedBy = null });
        }

        var left = new List<Diagnostic>();
        foreach (var finding in after.Findings)
        {
            if (IsUndone(finding)) attempts.Add((finding.LoweredBy!, finding.Descriptor));
            left.Add(IsUndone(finding) ? finding with { LoweredBy = null } : finding);
        }

        // Each at its old place among the others, and what the silencer had to say behind them.
        var known = new HashSet<Diagnostic>(left);
        var old = before.Findings.Where(finding => kept.Contains(finding) || known.Contains(finding)).ToList();
        var placed = new HashSet<Diagnostic>(old);
        return after with
        {
            Findings = [.. old, .. left.Where(finding => !placed.Contains(finding)), .. Told(attempts, settings)],
            Suppressed = suppressed,
        };

        bool IsBinding(Diagnostic finding) =>
            finding.IsBinding || settings?.EnforcerOf(finding.Descriptor) is not null;

        bool IsUndone(Diagnostic finding) => finding.LoweredBy is not null && IsBinding(finding);
    }

    /// <summary>The finding with the name of the policy that enforces its rule.</summary>
    public static Diagnostic Marked(Diagnostic finding, RuleSettings? settings) =>
        finding.EnforcedBy is null && settings?.EnforcerOf(finding.Descriptor) is { } policy
            ? finding with { EnforcedBy = policy.Name }
            : finding;

    /// <summary>One finding for each place that would have silenced something, however much it is.</summary>
    private static IEnumerable<Diagnostic> Told(
        IEnumerable<(Suppression By, RuleDescriptor Rule)> attempts, RuleSettings? settings)
    {
        foreach (var place in attempts.GroupBy(attempt => attempt.By))
        {
            foreach (var policy in place.GroupBy(attempt => settings?.EnforcerOf(attempt.Rule)?.Name))
            {
                if (policy.Key is not { } name) continue;
                var rules = policy.Select(attempt => attempt.Rule.Key).Distinct()
                    .OrderBy(id => id, StringComparer.Ordinal)
                    .ToList();
                var what = rules.Count == 1 ? "it" : "them";
                yield return new Diagnostic(
                    ToolDiagnostics.InvalidSuppression,
                    ToolDiagnostics.InvalidSuppression.Recommended,
                    $"the policy {Sentence.Quote(name)} enforces {string.Join(", ", rules)}, so ask for a waiver in "
                        + $"it; {Subject(place.Key)} does not silence {what}",
                    place.Key.Place)
                { EnforcedBy = name };
            }
        }
    }

    /// <summary>Of hadolint the very word, for a variable of the environment has no place of its own.</summary>
    private static string Subject(Suppression by) => by.By switch
    {
        SilencedBy.Hadolint when by.Justification is { } word => word,
        SilencedBy.Comment => "a comment",
        SilencedBy.CheckOption => "a check option",
        SilencedBy.Hadolint => "hadolint's configuration",
        SilencedBy.Baseline => "a baseline",
        SilencedBy.NoWarn when by.Justification == ProjectWarnings.HidingLists => ProjectWarnings.HidingLists,
        _ => "NoWarn",
    };
}
