using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Rules;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build;

/// <summary>Turns findings into MSBuild diagnostics: the only place that logs them. It keeps what it was given, for reports.</summary>
/// <remarks>
/// A warning is left to MSBuild, which applies NoWarn, WarningsAsErrors and -warnaserror to it. Two things MSBuild does not do for a
/// task are done here: TreatWarningsAsErrors, and NoWarn for a finding that is an error by default. What a policy names as an error stays one.
/// </remarks>
internal sealed class DiagnosticReporter(TaskLoggingHelper log, string? noWarn, bool treatWarningsAsErrors, string? warningsNotAsErrors)
{
    private const string Subcategory = "DockerGuard";
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];
    private static readonly Suppression ByNoWarn = new(SuppressionKind.External, "listed in the project's NoWarn");
    private readonly HashSet<string> _noWarn = Codes(noWarn);
    private readonly HashSet<string> _notAsErrors = Codes(warningsNotAsErrors);
    private readonly List<Diagnostic> _reported = [];
    private readonly List<Diagnostic> _suppressed = [];

    /// <summary>The findings logged as message, warning or error, with the severity they were logged with.</summary>
    public IReadOnlyList<Diagnostic> Reported => _reported;

    /// <summary>The findings a comment, a waiver, a baseline or NoWarn silences.</summary>
    public IReadOnlyList<Diagnostic> Suppressed => _suppressed;

    public void Report(LintResult result)
    {
        _suppressed.AddRange(result.Suppressed);
        Report(result.Findings);
    }

    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Report(diagnostic);
    }

    /// <summary>Reports a condition of the tool.</summary>
    public void Report(RuleDescriptor condition, Origin origin, string message) =>
        Report(new Diagnostic(condition, condition.Recommended, message, origin));

    /// <summary>A line for the reader of the build's output.</summary>
    public void Say(string message) => log.LogMessage(MessageImportance.High, $"{Subcategory}: {message}");

    private void Report(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == Severity.Off) return;
        if (IsSilenced(diagnostic))
        {
            _suppressed.Add(diagnostic with { SuppressedBy = ByNoWarn });
            return;
        }

        var isRaised = diagnostic.Severity == Severity.Warning && treatWarningsAsErrors && !IsListed(_notAsErrors, diagnostic.Descriptor);
        var reported = isRaised ? diagnostic with { Severity = Severity.Error } : diagnostic;
        _reported.Add(reported);
        Log(reported);
    }

    /// <summary>MSBuild would hide a warning in NoWarn too, but knows no aliases. An error is hidden only where nobody insists on it.</summary>
    private bool IsSilenced(Diagnostic diagnostic) =>
        IsListed(_noWarn, diagnostic.Descriptor)
        && (diagnostic.Severity != Severity.Error || (!diagnostic.IsEnforced && !diagnostic.Descriptor.IsTool));

    private void Log(Diagnostic diagnostic)
    {
        var (rule, span) = (diagnostic.Descriptor, diagnostic.Span);
        switch (diagnostic.Severity)
        {
            case Severity.Error:
                log.LogError(Subcategory, rule.Id, null, rule.HelpLink, diagnostic.File, span.Line, span.Column, span.EndLine, span.EndColumn, "{0}", diagnostic.Message);
                break;
            case Severity.Warning:
                log.LogWarning(Subcategory, rule.Id, null, rule.HelpLink, diagnostic.File, span.Line, span.Column, span.EndLine, span.EndColumn, "{0}", diagnostic.Message);
                break;
            default:
                // That a tool is not installed is no news in every build; the summary line has it.
                var importance = ForeignTool.IsUnavailable(rule) ? MessageImportance.Normal : MessageImportance.High;
                log.LogMessage(Subcategory, rule.Id, null, diagnostic.File, span.Line, span.Column, span.EndLine, span.EndColumn, importance, "{0}", diagnostic.Message);
                break;
        }
    }

    private static bool IsListed(HashSet<string> codes, RuleDescriptor rule) =>
        codes.Count > 0 && (codes.Contains(rule.Id) || rule.Aliases.Any(alias => codes.Contains(alias.Id)));

    private static HashSet<string> Codes(string? list) =>
        new((list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
