using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy;

/// <summary>What a team asks of its images: settings for the rules, and waivers.</summary>
public sealed class Policy
{
    internal Policy(string? path, RuleSettings settings, RegistryMirrors mirrors, IReadOnlyList<Waiver> waivers)
    {
        Path = path;
        Settings = settings;
        Mirrors = mirrors;
        Waivers = waivers;
    }

    /// <summary>
    /// What applies where no policy file exists: the recommended profile, no waivers. Its settings carry no date.
    /// </summary>
    public static Policy Default { get; } = new(null, new RuleSettings(), RegistryMirrors.Empty, []);

    /// <summary>Absolute path of the policy file; null for the default policy.</summary>
    public string? Path { get; }

    /// <summary>What the rules are told.</summary>
    public RuleSettings Settings { get; }

    /// <summary>
    /// The registries that stand in for others. They are among the trusted registries when the policy names any.
    /// </summary>
    public RegistryMirrors Mirrors { get; }

    /// <summary>The waivers of the policy and of all it extends, base first.</summary>
    public IReadOnlyList<Waiver> Waivers { get; }

    /// <summary>
    /// The rules that nobody below the policies of <see cref="RuleSettings.Enforcing"/> silences or lowers, conditions
    /// of the tool among them; of a family of another tool's codes the family, and the codes enforced one by one.
    /// </summary>
    public IEnumerable<RuleDescriptor> EnforcedRules =>
        Settings.Enforcing.SelectMany(policy => RuleCatalog.Descriptors.SelectMany(policy.EnforcedOf)).Distinct();

    /// <summary>
    /// Drops the findings a valid waiver covers and adds one finding for every waiver that has expired or is about to.
    /// </summary>
    /// <remarks>
    /// A waiver that silences nothing is no finding: one policy serves many projects, and the finding it is there for
    /// may be in another of them. Expired waivers are reported to every project for the opposite reason: a policy that
    /// has lapsed is broken for all of them.
    /// </remarks>
    /// <param name="result">
    /// The findings of one project; what a waiver covers joins the suppressed ones, with its reason.
    /// </param>
    /// <param name="today">The day of the build; its time of day is not looked at.</param>
    /// <returns>The remaining findings in their order, then those about the waivers.</returns>
    public LintResult ApplyWaivers(LintResult result, DateTime today)
    {
        var left = new List<Diagnostic>();
        var suppressed = new List<Diagnostic>(result.Suppressed);
        foreach (var finding in result.Findings)
        {
            if (Covering(finding, today) is not { } waiver)
            {
                left.Add(finding);
            }
            else
            {
                suppressed.Add(
                    finding with { SuppressedBy = new Suppression(SilencedBy.Waiver, waiver.Origin, waiver.Reason) });
            }
        }

        left.AddRange(
            Waivers.Select(waiver => CheckDate(waiver, waiver.DaysLeft(DayOf(waiver, today)))).OfType<Diagnostic>());
        return result with { Findings = left, Suppressed = suppressed };
    }

    /// <summary>The same policy with other settings.</summary>
    internal Policy With(RuleSettings settings) => new(Path, settings, Mirrors, Waivers);

    /// <summary>
    /// The valid waiver of a finding; null without one. That somebody tried to silence an enforced rule is nothing to
    /// waive.
    /// </summary>
    private Waiver? Covering(Diagnostic finding, DateTime today)
    {
        if (finding.EnforcedBy is not null) return null;
        var day = Latest(today, finding.Descriptor);
        return Waivers.FirstOrDefault(waiver => waiver.DaysLeft(day) >= 0 && waiver.Covers(finding));
    }

    /// <summary>
    /// A waiver of an enforced rule does not come back to life on another day than the real one: the later one counts.
    /// </summary>
    private DateTime DayOf(Waiver waiver, DateTime today) =>
        waiver.RuleIds.Select(id => Latest(today, RuleCatalog.Find(id)!)).Max();

    private DateTime Latest(DateTime today, RuleDescriptor rule) =>
        Settings.RealDay > today && Settings.EnforcerOf(rule) is not null ? Settings.RealDay : today;

    private Diagnostic? CheckDate(Waiver waiver, int daysLeft)
    {
        if (daysLeft > Waiver.WarningDays) return null;
        var subject = $"the waiver of {string.Join(", ", waiver.RuleIds)}, owned by {Sentence.Show(waiver.Owner)},";
        var date = waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return daysLeft switch
        {
            < 0 => Report(ToolDiagnostics.WaiverExpired, waiver, $"{subject} expired on {date}"),
            0 => Report(ToolDiagnostics.WaiverExpiresSoon, waiver, $"{subject} expires today, {date}"),
            1 => Report(ToolDiagnostics.WaiverExpiresSoon, waiver, $"{subject} expires on {date}, in 1 day"),
            _ => Report(ToolDiagnostics.WaiverExpiresSoon, waiver, $"{subject} expires on {date}, in {daysLeft} days"),
        };
    }

    private Diagnostic? Report(RuleDescriptor rule, Waiver waiver, string message)
    {
        var severity = Settings.SeverityOf(rule);
        if (severity == Severity.Off) return null;
        // An expired waiver is the policy speaking, not a matter of taste: a project's NoWarn does not silence it.
        return new Diagnostic(rule, severity, message, waiver.Origin.File, waiver.ExpiresSpan)
        {
            IsSetByPolicy = severity == Severity.Error,
        };
    }
}
