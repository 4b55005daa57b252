using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Suppressions;

/// <summary>What the readers of suppressing comments share.</summary>
internal static class SuppressionText
{
    /// <summary>The rules of a list of ids divided by commas; those not known are passed over.</summary>
    public static IEnumerable<RuleDescriptor> Named(string ids, RuleIndex names) =>
        ids.Split(',').SelectMany(id => names.FindAll(id.Trim()));

    /// <summary>The words after the ids, without the mark that divides them; null when there are none.</summary>
    public static string? Reason(string text, int start) =>
        text.Substring(start).Trim(' ', '\t', ':', '#') is { Length: > 0 } reason ? reason : null;

    /// <summary>The place of a part of a comment's text.</summary>
    public static SourceSpan SpanOf(Comment comment, int start, int length)
    {
        // The text ends where the comment ends.
        var column = comment.Span.EndColumn - comment.Text.Length + start;
        return new SourceSpan(
            comment.Span.Line, column, comment.Span.Line, Math.Min(column + length, comment.Span.EndColumn));
    }
}
