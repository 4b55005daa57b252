using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>What a rule may know besides the thing it checks, and where it reports.</summary>
public sealed class RuleContext
{
    private readonly List<Diagnostic> _findings;
    private readonly string _file;
    private RuleDescriptor? _rule;
    private Severity _severity;
    private bool _isEnforced;

    internal RuleContext(string file, RuleSettings settings, ImageCatalog catalog, ProjectFacts? project, List<Diagnostic> findings)
    {
        _file = file;
        _findings = findings;
        Settings = settings;
        Catalog = catalog;
        Project = project;
    }

    /// <summary>Profile, policy and the day of the build.</summary>
    public RuleSettings Settings { get; }

    /// <summary>The known .NET images and the lifetimes of their .NET versions.</summary>
    public ImageCatalog Catalog { get; }

    /// <summary>The evaluated project; null when a Dockerfile is linted on its own.</summary>
    public ProjectFacts? Project { get; }

    /// <summary>True in the parity profile of a peer: there a rule looks where the peer looks, however much more it knows elsewhere.</summary>
    /// <param name="peer"><see cref="Profiles.Hadolint"/> or <see cref="Profiles.BuildKit"/>.</param>
    public bool Follows(string peer) => Settings.Profile == peer;

    /// <summary>Reports a finding in the file being checked.</summary>
    public void Report(SourceSpan span, string message) =>
        _findings.Add(new Diagnostic(_rule!, _severity, message, _file, span) { IsEnforced = _isEnforced });

    /// <summary>Reports a finding at the place that caused a fact.</summary>
    public void Report(Origin origin, string message) =>
        _findings.Add(new Diagnostic(_rule!, _severity, message, origin.File, origin.Span) { IsEnforced = _isEnforced });

    /// <summary>Makes <paramref name="rule"/> the author of the findings that follow.</summary>
    internal void Enter(RuleDescriptor rule)
    {
        _rule = rule;
        _severity = Settings.SeverityOf(rule);
        _isEnforced = Settings.Severities.ContainsKey(rule.Id);
    }
}
