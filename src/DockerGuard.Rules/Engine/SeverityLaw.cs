using System;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Engine;

/// <summary>
/// How severe a finding is: the only place that decides it. Profile and policy speak first, then a tool's own
/// circumstances, then what the Dockerfile asks of its own checks, and last the project.
/// </summary>
public static class SeverityLaw
{
    /// <summary>The severity a rule has under profile and policy: no less than what a policy enforces.</summary>
    public static Severity SeverityOf(this RuleSettings settings, RuleDescriptor rule)
    {
        var severity = settings.SeverityAskedFor(rule);
        for (var i = 0; i < settings.Enforcing.Count; i++)
            if (settings.Enforcing[i].FloorOf(rule) is var floor && floor > severity) severity = floor;
        return severity;
    }

    /// <summary>The policy that enforces a rule; null when none does, and everybody may silence it.</summary>
    public static EnforcingPolicy? EnforcerOf(this RuleSettings settings, RuleDescriptor rule)
    {
        for (var i = 0; i < settings.Enforcing.Count; i++)
            if (settings.Enforcing[i].FloorOf(rule) != Severity.Off) return settings.Enforcing[i];
        return null;
    }

    /// <summary>
    /// The day a rule is judged by. Where a policy enforces it, another day than the real one takes nothing back: the
    /// later one counts.
    /// </summary>
    public static DateTime DayFor(this RuleSettings settings, RuleDescriptor rule) =>
        settings.RealDay > settings.Today && settings.EnforcerOf(rule) is not null ? settings.RealDay : settings.Today;

    /// <summary>The severity that profile and policy ask for, whatever is enforced.</summary>
    public static Severity SeverityAskedFor(this RuleSettings settings, RuleDescriptor rule)
    {
        if (settings.Severities.TryGetValue(rule.Key, out var severity)) return severity;
        if (rule.Family is { } family && settings.Severities.TryGetValue(family.Key, out severity)) return severity;
        severity = rule.Level > settings.Level ? Severity.Off : rule.SeverityIn(settings.Profile);
        var hasThreshold = rule.Family is not null && settings.FailsFrom.Count > 0 && severity != Severity.Off;
        return hasThreshold && settings.FailsFrom.TryGetValue(rule.Family!.Key, out var least)
            ? Failing(severity, least != Severity.Off && severity >= least)
            : severity;
    }

    /// <summary>True when the policy itself says how severe the rule is, or the family it is a part of.</summary>
    public static bool IsSet(this RuleSettings settings, RuleDescriptor rule) =>
        settings.Severities.ContainsKey(rule.Key)
            || (rule.Family is { } family && settings.Severities.ContainsKey(family.Key));

    /// <summary>
    /// The severity a rule has in one file: an experimental check that only the file asks for is a warning.
    /// </summary>
    public static Severity SeverityOf(this RuleSettings settings, RuleDescriptor rule, bool isAskedFor)
    {
        var severity = settings.SeverityOf(rule);
        return severity == Severity.Off && isAskedFor ? Severity.Warning : severity;
    }

    /// <summary>
    /// What a comment of a peer that could be better is told as: the severity a policy names, else a message.
    /// </summary>
    public static Severity SeverityOfHint(this RuleSettings settings, RuleDescriptor condition) =>
        settings.Severities.TryGetValue(condition.Id, out var severity) ? severity : Severity.Info;

    /// <summary>
    /// The severity of a finding that may be none: a warning at most, unless a policy names or enforces the rule. The
    /// profile <c>cis</c> asks for what is said and not for what may be.
    /// </summary>
    public static Severity SeverityOfDoubt(this RuleSettings settings, RuleDescriptor rule, Severity severity) =>
        severity == Severity.Error
            && settings.Profile != Profiles.Cis
            && !settings.IsSet(rule)
            && settings.EnforcerOf(rule) is null
            ? Severity.Warning
            : severity;

    /// <summary>
    /// A condition as its task tells it, no less severe than the policy has it, and out of reach where that enforces
    /// it.
    /// </summary>
    public static Diagnostic Raised(this RuleSettings settings, Diagnostic condition)
    {
        var severity = settings.SeverityOf(condition.Descriptor);
        return condition with
        {
            Severity = severity > condition.Severity ? severity : condition.Severity,
            IsSetByPolicy = settings.IsSet(condition.Descriptor),
            EnforcedBy = settings.EnforcerOf(condition.Descriptor)?.Name,
        };
    }

    /// <summary>
    /// The severity of another tool's silence. Where somebody believes that it checks, because it is there or the
    /// project names it, silence is worth a warning.
    /// </summary>
    public static Severity SeverityOfSilence(this RuleSettings settings, RuleDescriptor condition, bool isCountedOn) =>
        isCountedOn && !settings.IsSet(condition) ? Severity.Warning : settings.SeverityOf(condition);

    /// <summary>
    /// hadolint fails by a threshold, MSBuild by errors: what reaches a threshold becomes one, and what does not is
    /// none.
    /// </summary>
    public static Severity Failing(Severity severity, bool isReached) =>
        isReached ? Severity.Error : severity == Severity.Error ? Severity.Warning : severity;

    /// <summary>
    /// A file that says <c>error=true</c> to BuildKit's checks makes errors of them, unless a policy names the rule.
    /// </summary>
    public static Diagnostic MadeErrorByFile(this Diagnostic finding) =>
        finding is { Descriptor.BuildKitName: not null, IsSetByPolicy: false }
            ? finding with { Severity = Severity.Error }
            : finding;

    /// <summary>A project that treats warnings as errors makes errors of them.</summary>
    public static Diagnostic MadeErrorByProject(this Diagnostic finding) =>
        finding.Severity == Severity.Warning ? finding with { Severity = Severity.Error } : finding;
}
