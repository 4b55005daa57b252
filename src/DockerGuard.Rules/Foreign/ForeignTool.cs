using System;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Foreign;

/// <summary>
/// A program of others whose findings are passed on under its own codes, each a part of one rule of ours that policies,
/// waivers and comments can name. This is what is known of it without running it; <see cref="IForeignChecker"/> runs
/// it.
/// </summary>
/// <remarks>
/// A tool is added with a class here, its <see cref="ForeignRule"/> in the catalogue, and a process beside the tasks.
/// </remarks>
public abstract class ForeignTool
{
    /// <summary>Its name, such as <c>ShellCheck</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The rule all of its codes are parts of.</summary>
    public abstract RuleDescriptor Family { get; }

    /// <summary>The condition that it did not check.</summary>
    public abstract RuleDescriptor Unavailable { get; }

    /// <summary>What it checks, such as <c>the scripts of RUN</c>.</summary>
    public abstract string Subject { get; }

    /// <summary>The same in a summary, such as <c>RUN scripts</c>.</summary>
    public abstract string ShortSubject { get; }

    /// <summary>What one text is, in the plural, such as <c>scripts</c>.</summary>
    public abstract string Unit { get; }

    /// <summary>The most texts it is given at a time.</summary>
    public virtual int MostInputs => int.MaxValue;

    /// <summary>The part a code names, in any case; null for what is no code of this tool.</summary>
    public abstract RuleDescriptor? Find(string code);

    /// <summary>What it is to look at; null when there is nothing for it.</summary>
    public abstract ForeignVisit? Visit(ForeignSubject subject);

    /// <summary>True for the condition that one of the known tools did not check, which a summary tells of.</summary>
    public static bool IsUnavailable(RuleDescriptor condition) =>
        RuleCatalog.ForeignTools.Any(tool => tool.Unavailable == condition);

    /// <summary>True for a code of this tool and for all of them together.</summary>
    public bool IsPart(RuleDescriptor rule) => (rule.Family ?? rule).Equals(Family);

    /// <summary>True when a finding of it could be reported.</summary>
    public bool IsWanted(RuleSettings settings) =>
        settings.SeverityOf(Family) != Severity.Off
        || settings.Severities.Any(pair => pair.Value != Severity.Off && Find(pair.Key) is not null)
        || EnforcedIn(settings) is not null;

    /// <summary>
    /// The first policy that enforces something of this tool, and what; null when none does and it may be done without.
    /// </summary>
    internal (EnforcingPolicy Policy, string Rules)? EnforcedIn(RuleSettings settings)
    {
        foreach (var policy in settings.Enforcing)
        {
            var keys = policy.EnforcedOf(Family).Select(rule => rule.Key).OrderBy(key => key, StringComparer.Ordinal);
            if (string.Join(", ", keys) is { Length: > 0 } rules) return (policy, rules);
        }

        return null;
    }

    /// <summary>
    /// Tells that it did not check, or not everything. Where a policy enforces something of it, nobody else silences
    /// that.
    /// </summary>
    /// <param name="message">What happened.</param>
    /// <param name="settings">They may say how severe that is.</param>
    /// <param name="origin">Where it is told.</param>
    /// <param name="isExpected">True when somebody believes that it checks: then it is more than a message.</param>
    internal Diagnostic DidNotCheck(string message, RuleSettings settings, Origin origin, bool isExpected)
    {
        var severity = settings.SeverityOfSilence(Unavailable, isExpected);
        if (EnforcedIn(settings) is not var (policy, _)) return new(Unavailable, severity, message, origin);
        var floor = policy.Settings.SeverityOfSilence(Unavailable, isCountedOn: true);
        return new(Unavailable, severity > floor ? severity : floor, message, origin) { EnforcedBy = policy.Name };
    }

    /// <summary>The end of a sentence that says why it did not check.</summary>
    internal string Consequence(RuleSettings settings) =>
        EnforcedIn(settings) is var (policy, rules)
            ? $", and the policy {Sentence.Quote(policy.Name)} enforces {rules}, so {Subject} are not checked"
            : $", so {Subject} are not checked";
}
