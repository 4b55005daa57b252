using System;
using System.Collections.Generic;
using DockerGuard.Checks;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build;

/// <summary>
/// Turns verdicts into MSBuild diagnostics: the only place that logs anything, so that all that leaves is printable. It
/// keeps what it was given, for reports.
/// </summary>
/// <param name="log">MSBuild's log.</param>
/// <param name="warnings">
/// What the project says about a task's own conditions; the findings of a verdict have heard it already.
/// </param>
internal sealed class DiagnosticReporter(TaskLoggingHelper log, ProjectWarnings warnings)
{
    private const string Subcategory = "DockerGuard";
    private readonly List<Diagnostic> _reported = [];
    private readonly List<Diagnostic> _suppressed = [];

    /// <summary>The findings logged as message, warning or error, with the severity they were logged with.</summary>
    public IReadOnlyList<Diagnostic> Reported => _reported;

    /// <summary>The findings that are silenced.</summary>
    public IReadOnlyList<Diagnostic> Suppressed => _suppressed;

    /// <summary>Whether anything has been logged as an error.</summary>
    public bool HasErrors => log.HasLoggedErrors;

    /// <summary>What the check went by; null before there was one.</summary>
    public CheckBasis? Basis { get; private set; }

    public void Report(Verdict verdict)
    {
        Basis = verdict.Basis ?? Basis;
        foreach (var note in verdict.Notes) Say(note);
        _suppressed.AddRange(verdict.Suppressed);
        foreach (var finding in verdict.Reported) Log(finding);
    }

    /// <summary>Reports conditions that no check has found.</summary>
    public void Report(IEnumerable<Diagnostic> conditions) => Report(warnings.Judge(conditions));

    /// <summary>Reports a condition of the tool.</summary>
    public void Report(RuleDescriptor condition, Origin origin, string message) =>
        Report([new Diagnostic(condition, condition.Recommended, message, origin)]);

    /// <summary>A line for the reader of the build's output.</summary>
    public void Say(string message) =>
        log.LogMessage(MessageImportance.High, "{0}", $"{Subcategory}: {Printable.Line(message)}");

    /// <summary>A line for the reader of the build's output, and lines that belong to it below.</summary>
    public void Say(string message, string block) =>
        log.LogMessage(
            MessageImportance.High, "{0}", $"{Subcategory}: {Printable.Line(message)}\n{Printable.Block(block)}");

    /// <summary>Lines the reader has asked for.</summary>
    /// <param name="block">The lines.</param>
    /// <param name="isWarning">True where nothing but a warning would be seen.</param>
    public void Print(string block, bool isWarning)
    {
        if (isWarning) log.LogWarning("{0}", "\n" + Printable.Block(block));
        else log.LogMessage(MessageImportance.High, "{0}", Printable.Block(block));
    }

    /// <summary>What helps those who mend this product, where somebody asks for details.</summary>
    public void Trace(Exception exception) => Trace(exception.ToString());

    /// <summary>What only a detailed log shows.</summary>
    public void Trace(string text) => log.LogMessage(MessageImportance.Low, "{0}", Printable.Block(text));

    private void Log(Diagnostic diagnostic)
    {
        _reported.Add(diagnostic);
        var (rule, span) = (diagnostic.Descriptor, diagnostic.Span);
        var (file, message) = (Printable.Line(diagnostic.File), Printable.Line(diagnostic.Message));
        switch (diagnostic.Severity)
        {
            case Severity.Error:
                log.LogError(
                    Subcategory, rule.Id, null, rule.HelpLink, file, span.Line, span.Column, span.EndLine,
                    span.EndColumn, "{0}", message);
                break;
            case Severity.Warning:
                log.LogWarning(
                    Subcategory, ProjectWarnings.CodeOf(diagnostic), null, rule.HelpLink, file, span.Line, span.Column,
                    span.EndLine, span.EndColumn, "{0}", message);
                break;
            default:
                // That a tool is not installed is no news in every build; the summary line has it.
                var importance = ForeignTool.IsUnavailable(rule) ? MessageImportance.Normal : MessageImportance.High;
                log.LogMessage(
                    Subcategory, rule.Id, null, file, span.Line, span.Column, span.EndLine, span.EndColumn, importance,
                    "{0}", message);
                break;
        }
    }
}
