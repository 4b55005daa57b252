using System;
using System.Collections.Generic;
using DockerGuard.Images;
using DockerGuard.Images.Catalog;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Engine;

/// <summary>What a rule may know besides the thing it checks, and where it reports.</summary>
public class RuleContext
{
    private readonly List<Diagnostic> _findings;
    private RuleDescriptor? _rule;

    internal RuleContext(RuleSettings settings, ImageCatalog catalog, List<Diagnostic> findings)
    {
        _findings = findings;
        Settings = settings;
        Catalog = catalog;
    }

    /// <summary>Profile, policy and the day of the build.</summary>
    public RuleSettings Settings { get; }

    /// <summary>The known .NET images and the lifetimes of their .NET versions.</summary>
    public ImageCatalog Catalog { get; }

    /// <summary>The rule whose findings are taken.</summary>
    private protected RuleDescriptor Rule => _rule ?? throw new InvalidOperationException("no rule is running");

    /// <summary>Reports a finding at the place that caused a fact.</summary>
    public void Report(Origin origin, string message, Fix? fix = null) =>
        Add(new Diagnostic(Rule, SeverityOf(Rule), message, origin) { Fix = fix });

    /// <summary>Reports a finding that may be none: see <see cref="SeverityLaw.SeverityOfDoubt"/>.</summary>
    public void ReportDoubt(Origin origin, string message) =>
        Add(new Diagnostic(Rule, Settings.SeverityOfDoubt(Rule, SeverityOf(Rule)), message, origin));

    /// <summary>Reports a finding another tool made, under that tool's own code.</summary>
    internal void Report(RuleDescriptor code, Origin origin, string message, Fix? fix)
    {
        var severity = Settings.SeverityOf(code);
        if (severity != Severity.Off) Add(new Diagnostic(code, severity, message, origin) { Fix = fix });
    }

    /// <summary>The severity a rule has here.</summary>
    internal virtual Severity SeverityOf(RuleDescriptor rule) => Settings.SeverityOf(rule);

    /// <summary>Makes <paramref name="rule"/> the author of the findings that follow.</summary>
    internal void Enter(RuleDescriptor rule) => _rule = rule;

    private protected void Add(Diagnostic finding) =>
        _findings.Add(Settings.IsSet(finding.Descriptor) ? finding with { IsSetByPolicy = true } : finding);
}
