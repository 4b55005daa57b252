using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Rules;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build;

/// <summary>Turns findings into MSBuild diagnostics: the only place that logs them.</summary>
/// <remarks>
/// A warning is left to MSBuild, which applies NoWarn, WarningsAsErrors and -warnaserror to it. Two things MSBuild does not do for a
/// task are done here: TreatWarningsAsErrors, and NoWarn for a finding that is an error by default. What a policy names as an error stays one.
/// </remarks>
internal sealed class DiagnosticReporter(TaskLoggingHelper log, string? noWarn, bool treatWarningsAsErrors, string? warningsNotAsErrors)
{
    private const string Subcategory = "DockerGuard";
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];
    private readonly HashSet<string> _noWarn = Codes(noWarn);
    private readonly HashSet<string> _notAsErrors = Codes(warningsNotAsErrors);

    /// <summary>How many findings have been logged as message, warning or error.</summary>
    public int Count { get; private set; }

    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Report(diagnostic);
    }

    /// <summary>Reports a condition of the tool.</summary>
    public void Report(RuleDescriptor condition, Origin origin, string message) =>
        Report(new Diagnostic(condition, condition.Recommended, message, origin.File, origin.Span));

    /// <summary>A line for the reader of the build's output.</summary>
    public void Say(string message) => log.LogMessage(MessageImportance.High, $"{Subcategory}: {message}");

    private void Report(Diagnostic diagnostic)
    {
        var rule = diagnostic.Descriptor;
        var isSilenced = IsListed(_noWarn, rule);
        switch (diagnostic.Severity)
        {
            case Severity.Error when isSilenced && !diagnostic.IsEnforced && !rule.IsTool:
            case Severity.Off:
                return;
            case Severity.Error:
            case Severity.Warning when treatWarningsAsErrors && !isSilenced && !IsListed(_notAsErrors, rule):
                Log(diagnostic, (span, file) => log.LogError(
                    Subcategory, rule.Id, null, rule.HelpLink, file, span.Line, span.Column, span.EndLine, span.EndColumn, "{0}", diagnostic.Message));
                break;
            case Severity.Warning when isSilenced:
                return; // MSBuild would hide it too, but knows no aliases
            case Severity.Warning:
                Log(diagnostic, (span, file) => log.LogWarning(
                    Subcategory, rule.Id, null, rule.HelpLink, file, span.Line, span.Column, span.EndLine, span.EndColumn, "{0}", diagnostic.Message));
                break;
            default:
                if (isSilenced) return;
                Log(diagnostic, (span, file) => log.LogMessage(
                    Subcategory, rule.Id, null, file, span.Line, span.Column, span.EndLine, span.EndColumn, MessageImportance.High, "{0}", diagnostic.Message));
                break;
        }
    }

    private void Log(Diagnostic diagnostic, Action<SourceSpan, string> write)
    {
        Count++;
        write(diagnostic.Span, diagnostic.File);
    }

    private static bool IsListed(HashSet<string> codes, RuleDescriptor rule) =>
        codes.Count > 0 && (codes.Contains(rule.Id) || rule.Aliases.Any(alias => codes.Contains(alias.Id)));

    private static HashSet<string> Codes(string? list) =>
        new((list ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
