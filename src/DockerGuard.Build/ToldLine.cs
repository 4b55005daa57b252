using System;
using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Build;

/// <summary>As what MSBuild is told a line.</summary>
internal static class ToldKind
{
    public const string Error = "error", Warning = "warning", Message = "message", Quiet = "quiet",
        Sentence = "sentence";
}

/// <summary>One line for the reader of a build's output, with all that MSBuild is given of it.</summary>
/// <param name="kind">One of <see cref="ToldKind"/>.</param>
/// <param name="message">What it says; not yet cleaned for printing.</param>
internal sealed class ToldLine(string kind, string message)
{
    private const int FieldCount = 9;

    public string Kind { get; } = kind;

    public string Message { get; } = message;

    public string Code { get; private init; } = "";

    public string HelpLink { get; private init; } = "";

    public string File { get; private init; } = "";

    public SourceSpan Span { get; private init; }

    /// <summary>A sentence about the check.</summary>
    public static ToldLine Sentence(string message) => new(ToldKind.Sentence, message);

    /// <summary>A finding.</summary>
    public static ToldLine Of(Diagnostic finding) => new(KindOf(finding), finding.Message)
    {
        Code = finding.Severity == Severity.Warning ? ProjectWarnings.CodeOf(finding) : finding.Descriptor.Id,
        HelpLink = finding.Descriptor.HelpLink,
        File = finding.File,
        Span = finding.Span,
    };

    /// <summary>The fields it is kept as.</summary>
    public IReadOnlyList<string> Fields =>
    [
        Kind, Message, Code, HelpLink, File, Word(Span.Line), Word(Span.Column), Word(Span.EndLine),
        Word(Span.EndColumn),
    ];

    /// <summary>The line that fields were; null for what are none.</summary>
    public static ToldLine? Of(string[] fields)
    {
        if (fields.Length != FieldCount) return null;
        var numbers = Array.ConvertAll(
            [fields[5], fields[6], fields[7], fields[8]],
            static field => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1);
        return Array.IndexOf(numbers, -1) >= 0
            ? null
            : new ToldLine(fields[0], fields[1])
            {
                Code = fields[2],
                HelpLink = fields[3],
                File = fields[4],
                Span = new SourceSpan(numbers[0], numbers[1], numbers[2], numbers[3]),
            };
    }

    private static string KindOf(Diagnostic finding) => finding.Severity switch
    {
        Severity.Error => ToldKind.Error,
        Severity.Warning => ToldKind.Warning,
        // That a tool is not installed is no news in every build; the summary line has it.
        _ => ForeignTool.IsUnavailable(finding.Descriptor) ? ToldKind.Quiet : ToldKind.Message,
    };

    private static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);
}
