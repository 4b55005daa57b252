using System;
using System.Collections.Generic;
using DockerGuard.Checks;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
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
    private readonly List<ToldLine> _told = [];

    /// <summary>Whose lines these are, where several projects have the word; null for the only one.</summary>
    public string? Speaker { get; init; }

    /// <summary>The findings logged as message, warning or error, with the severity they were logged with.</summary>
    public IReadOnlyList<Diagnostic> Reported => _reported;

    /// <summary>The findings that are silenced.</summary>
    public IReadOnlyList<Diagnostic> Suppressed => _suppressed;

    /// <summary>Findings and sentences, in the order they were told.</summary>
    public IReadOnlyList<ToldLine> Told => _told;

    /// <summary>Whether anything has been logged as an error.</summary>
    public bool HasErrors => log.HasLoggedErrors;

    /// <summary>What the check went by; null before there was one.</summary>
    public CheckBasis? Basis { get; private set; }

    public void Report(Verdict verdict)
    {
        Basis = verdict.Basis ?? Basis;
        foreach (var note in verdict.Notes) Say(note);
        _suppressed.AddRange(verdict.Suppressed);
        foreach (var finding in verdict.Reported)
        {
            _reported.Add(finding);
            Tell(ToldLine.Of(finding));
        }
    }

    /// <summary>Reports conditions that no check has found.</summary>
    public void Report(IEnumerable<Diagnostic> conditions) => Report(warnings.Judge(conditions));

    /// <summary>Reports a condition of the tool.</summary>
    public void Report(RuleDescriptor condition, Origin origin, string message) =>
        Report([new Diagnostic(condition, condition.Recommended, message, origin)]);

    /// <summary>A line for the reader of the build's output.</summary>
    public void Say(string message) => Tell(ToldLine.Sentence(message));

    /// <summary>A line for the reader of the build's output, and lines that belong to it below.</summary>
    public void Say(string message, string block) =>
        log.LogMessage(
            MessageImportance.High, "{0}", Line(Printable.Line(message)) + $"\n{Printable.Block(block)}");

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

    /// <summary>Tells a line as it was told before.</summary>
    public void Tell(ToldLine line)
    {
        _told.Add(line);
        var (file, message) = (Printable.Line(line.File), Printable.Line(line.Message));
        var span = line.Span;
        switch (line.Kind)
        {
            case ToldKind.Error:
                log.LogError(
                    Subcategory, line.Code, null, line.HelpLink, file, span.Line, span.Column, span.EndLine,
                    span.EndColumn, "{0}", message);
                break;
            case ToldKind.Warning:
                log.LogWarning(
                    Subcategory, line.Code, null, line.HelpLink, file, span.Line, span.Column, span.EndLine,
                    span.EndColumn, "{0}", message);
                break;
            case ToldKind.Sentence:
                log.LogMessage(MessageImportance.High, "{0}", Line(message));
                break;
            default:
                var importance = line.Kind == ToldKind.Quiet ? MessageImportance.Normal : MessageImportance.High;
                log.LogMessage(
                    Subcategory, line.Code, null, file, span.Line, span.Column, span.EndLine, span.EndColumn,
                    importance, "{0}", message);
                break;
        }
    }

    private string Line(string message) =>
        Speaker is null ? $"{Subcategory}: {message}" : $"{Subcategory}: {Printable.Line(Speaker)}: {message}";
}
