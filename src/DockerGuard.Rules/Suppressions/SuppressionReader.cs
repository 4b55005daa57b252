using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Suppressions;

/// <summary>Finds the suppressing comments of a Dockerfile: ours and the peers' own spellings.</summary>
/// <remarks>
/// <c># dockerguard ignore=DG1004,DL3020 reason</c>, <c># hadolint ignore=…</c>, <c># shellcheck disable=…</c> and <c>#
/// trivy:ignore:…</c> cover the next instruction; <c># hadolint stage ignore=…</c> the rest of its stage; <c># hadolint
/// global ignore=…</c>, <c># checkov:skip=…:reason</c> and <c># kics-scan disable=…</c> the file, as in the tools they
/// come from. BuildKit's own <c># check=…</c> is read by <see cref="CheckComments"/>.
/// </remarks>
internal sealed class SuppressionReader(
    Dockerfile file, string path, RuleSettings settings, CommentLaw law, SuppressionSet set)
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>How far hadolint's comments reach, which ours do not.</summary>
    private static readonly string[] Reach = ["stage", "global"];

    /// <summary>Findings about comments that say nothing their tool understands.</summary>
    public List<Diagnostic> Problems { get; } = [];

    public void Read()
    {
        var hadolint = new HadolintReader(settings, law, set, Hint);
        var scanners = new ScannerReader(settings, set, Hint);
        foreach (var comment in file.Comments)
            if (!hadolint.Read(comment) && !scanners.Read(comment)) ReadComment(comment);
        Problems.AddRange(ShellComments.Refused(file, path, settings));
    }

    private void ReadComment(Comment comment)
    {
        var text = comment.Text.Trim();
        if (StartsWithWord(text, "dockerguard")) ReadOurs(text.Substring("dockerguard".Length).TrimStart(), comment);
    }

    private void ReadOurs(string rest, Comment comment)
    {
        var ids = FirstWord(After(rest, "ignore=") ?? "");
        if (ids.Trim(',').Length == 0)
        {
            // "DockerGuard checks this file" is a sentence; what looks like an order is taken for one.
            var isOrder = rest.Length == 0
                || rest.IndexOf('=') >= 0
                || rest.StartsWith("ignore", StringComparison.OrdinalIgnoreCase);
            if (Reach.FirstOrDefault(word => IsOrderFor(rest, word)) is { } reach)
            {
                Problem(
                    comment.Span,
                    $"'{reach}' is no word of a dockerguard comment, which covers the next instruction; write "
                        + $"'# dockerguard ignore=DG1004 reason' there, or '# hadolint {reach} ignore=DG1004'");
            }
            else if (isOrder)
            {
                Problem(comment.Span, "a dockerguard comment must read '# dockerguard ignore=DG1004 reason'");
            }

            return;
        }

        var instruction = set.After(comment);
        if (instruction < 0)
        {
            Problem(comment.Span, $"no instruction follows ignore={ids}");
            return;
        }

        var reason = SuppressionText.Reason(rest, "ignore=".Length + ids.Length);
        // The next id would be read as the reason.
        if (reason is not null && (ids[ids.Length - 1] == ',' || reason[0] == ','))
            Problem(comment.Span, $"the ids of 'ignore={ids}' end at the blank; write them without blanks");
        var rules = new List<RuleDescriptor>();
        foreach (var id in ids.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            var found = set.Names.FindAll(id);
            if (found.Count == 0) Problem(comment.Span, $"no rule is named '{id}'");
            else if (found.All(rule => rule.IsTool))
                Problem(comment.Span, $"{id} is a condition of the tool and cannot be ignored");
            else rules.AddRange(found);
        }

        set.OnInstruction(
            instruction, new SuppressionComment(rules, "ignore=" + ids, comment.Span, reason)
            {
                WhenUnused = settings.SeverityOf(ToolDiagnostics.UnusedSuppression),
            });
    }

    private void Problem(SourceSpan span, string message) =>
        Report(
            ToolDiagnostics.InvalidSuppression, settings.SeverityOf(ToolDiagnostics.InvalidSuppression), span, message);

    /// <summary>
    /// Tells of a peer's comment that the peer does not honour, or of one that is over. It works here, so it is a hint
    /// and no warning, unless a policy makes it one; where a peer's answers are asked for, it would be out of place.
    /// </summary>
    private void Hint(RuleDescriptor condition, SourceSpan span, string message)
    {
        if (!law.TellsOfIdle) return;
        Report(condition, settings.SeverityOfHint(condition), span, message);
    }

    private void Report(RuleDescriptor condition, Severity severity, SourceSpan span, string message) =>
        Problems.Add(new Diagnostic(condition, severity, message, path, span));

    private static bool IsOrderFor(string rest, string reach) =>
        StartsWithWord(rest, reach)
            && rest.Substring(reach.Length).TrimStart(' ', '\t', ':')
                .StartsWith("ignore", StringComparison.OrdinalIgnoreCase);

    private static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (text.Length == word.Length || text[word.Length] is ' ' or '\t' or ':');

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text.Substring(prefix.Length) : null;

    private static string FirstWord(string text)
    {
        var end = text.IndexOfAny(Blanks);
        return end < 0 ? text : text.Substring(0, end);
    }
}
