using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks.Silencers;
using DockerGuard.Dockerfiles;
using DockerGuard.Policy;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks;

/// <summary>Gathers a verdict; whatever is told passes the last silencer and gets its final severity here.</summary>
internal sealed class VerdictBuilder(ProjectWarnings warnings)
{
    private readonly List<Diagnostic> _reported = [];
    private readonly List<Diagnostic> _suppressed = [];

    /// <summary>What is to be reported so far.</summary>
    public IReadOnlyList<Diagnostic> Reported => _reported;

    /// <summary>What is silenced so far.</summary>
    public IReadOnlyList<Diagnostic> Suppressed => _suppressed;

    /// <summary>Sentences to be said.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The files that have been read, by absolute path.</summary>
    public Dictionary<string, Dockerfile> Dockerfiles { get; } = [];

    /// <summary>The policy in force; null until it is known.</summary>
    public Policy.Policy? Policy { get; set; }

    /// <summary>The files the policy consists of.</summary>
    public IReadOnlyList<string> PolicyFiles { get; set; } = [];

    /// <summary>Absolute path of the baseline; null when there is none.</summary>
    public string? Baseline { get; set; }

    /// <summary>The hadolint configurations that have been read.</summary>
    public HashSet<string> HadolintFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>hadolint's environment variables that are set.</summary>
    public IReadOnlyList<string> HadolintVariables { get; set; } = [];

    /// <summary>The stages that are shipped instead of the last ones.</summary>
    public SortedSet<string> Stages { get; } = new(StringComparer.Ordinal);

    /// <summary>The build arguments that are given.</summary>
    public SortedSet<string> Arguments { get; } = new(StringComparer.Ordinal);

    /// <summary>What the check goes by; null until the policy is known.</summary>
    public CheckBasis? Basis => Policy is not { Settings: { } settings } policy
        ? null
        : new CheckBasis
        {
            Policy = policy.Path,
            Profile = settings.Profile,
            Level = settings.Level,
            Enforced = policy.EnforcedRules.Count(rule => !rule.IsTool),
            EnforcedBy =
            [
                .. settings.Enforcing.Select(
                    enforcing => BindingPolicy.IsInPackage(enforcing.Name) ? enforcing.Name : enforcing.Path),
            ],
            Baseline = Baseline,
            HadolintVariables = [.. HadolintVariables],
            HadolintFiles = [.. HadolintFiles.OrderBy(file => file, StringComparer.Ordinal)],
            Stages = [.. Stages],
            Arguments = [.. Arguments],
            OtherDay = settings.Today == settings.RealDay ? null : settings.Today,
        };

    /// <summary>Adds findings, silenced or not.</summary>
    public void Tell(LintResult result)
    {
        var left = SilencerList.OverReport(
            result with { Findings = [.. result.Findings.Where(finding => finding.Severity != Severity.Off)] },
            warnings,
            Policy?.Settings);
        _suppressed.AddRange(left.Suppressed);
        _reported.AddRange(
            left.Findings.Select(finding => warnings.Raised(Enforcement.Marked(finding, Policy?.Settings))));
    }

    /// <summary>Adds findings that no silencer but the last has a word about, such as conditions of the tool.</summary>
    public void Tell(IEnumerable<Diagnostic> findings) => Tell(new LintResult([.. findings], []));

    /// <summary>The verdict.</summary>
    public Verdict ToVerdict(string? summary = null, bool isClean = false, bool isLasting = false) => new()
    {
        Reported = _reported,
        Suppressed = _suppressed,
        Dockerfiles = Dockerfiles,
        Basis = Basis,
        PolicyFiles = PolicyFiles,
        Notes = Notes,
        Summary = summary,
        IsClean = isClean,
        IsLasting = isLasting,
    };
}
