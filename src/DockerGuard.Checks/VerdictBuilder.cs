using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks.Silencers;
using DockerGuard.Dockerfiles;
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
    public Verdict ToVerdict(string? summary = null, bool isClean = false) => new()
    {
        Reported = _reported,
        Suppressed = _suppressed,
        Dockerfiles = Dockerfiles,
        Policy = Policy,
        PolicyFiles = PolicyFiles,
        Notes = Notes,
        Summary = summary,
        IsClean = isClean,
    };
}
