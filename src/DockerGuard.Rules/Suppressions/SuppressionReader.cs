using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>Finds the suppressing comments of a Dockerfile: ours and the peers' own spellings.</summary>
/// <remarks>
/// <c># dockerguard ignore=DG1004,DL3020 reason</c>, <c># hadolint ignore=…</c>, <c># shellcheck disable=…</c> and <c># trivy:ignore:…</c> cover the
/// next instruction; <c># hadolint stage ignore=…</c> the rest of its stage; <c># hadolint global ignore=…</c>, <c># checkov:skip=…:reason</c> and
/// <c># kics-scan disable=…</c> the file, as in the tools they come from. BuildKit's own <c># check=…</c> is read by <see cref="CheckComments"/>.
/// </remarks>
internal sealed class SuppressionReader(Dockerfile file, string path, RuleSettings settings, SuppressionSet set)
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Findings about our own comments that say nothing the engine understands.</summary>
    public List<Diagnostic> Problems { get; } = [];

    public void Read()
    {
        foreach (var comment in file.Comments) ReadComment(comment);
    }

    private void ReadComment(Comment comment)
    {
        var text = comment.Text.Trim();
        if (StartsWithWord(text, "dockerguard")) ReadOurs(text.Substring("dockerguard".Length).TrimStart(), comment);
        else if (AfterWords(text, "hadolint", "global", "ignore", "=") is { } global) set.InFile(Hadolint(global, comment));
        else if (AfterWords(text, "hadolint", "stage", "ignore", "=") is { } staged) set.InStage(set.After(comment), Hadolint(staged, comment));
        else if (AfterWords(text, "hadolint", "ignore", "=") is { } ignored) set.OnInstruction(set.After(comment), Hadolint(ignored, comment));
        else if (AfterWords(text, "shellcheck", "disable", "=") is { } code) set.OnInstruction(set.After(comment), Hadolint(code, comment));
        else if (After(text, "checkov:skip=") is { } skipped) set.InFile(Peer(skipped.Split(':', ' ')[0], skipped, comment));
        else if (After(text, "kics-scan disable=") is { } disabled) set.InFile(Peer(FirstWord(disabled), disabled, comment));
        else if (After(text, "trivy:ignore:") is { } trivy) set.OnInstruction(set.After(comment), Peer(FirstWord(trivy), trivy, comment));
    }

    private void ReadOurs(string rest, Comment comment)
    {
        var ids = FirstWord(After(rest, "ignore=") ?? "");
        if (ids.Length == 0)
        {
            // "DockerGuard checks this file" is a sentence; what looks like an order is taken for one.
            var isOrder = rest.Length == 0 || rest.IndexOf('=') >= 0 || rest.StartsWith("ignore", StringComparison.OrdinalIgnoreCase);
            if (isOrder) Problem(comment.Span, "a dockerguard comment reads '# dockerguard ignore=DG1004 reason'");
            return;
        }

        var instruction = set.After(comment);
        if (instruction < 0)
        {
            Problem(comment.Span, $"no instruction follows ignore={ids}");
            return;
        }

        var rules = new List<RuleDescriptor>();
        foreach (var id in ids.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            var found = RuleCatalog.FindAll(id);
            if (found.Count == 0) Problem(comment.Span, $"no rule is named '{id}'");
            else if (found.All(rule => rule.IsTool)) Problem(comment.Span, $"{id} is a condition of the tool and cannot be ignored");
            else rules.AddRange(found);
        }

        if (rules.Count > 0) set.Own(instruction, new SuppressionComment(rules, "ignore=" + ids, comment.Span, Reason(rest, "ignore=".Length + ids.Length)));
    }

    private static SuppressionComment Hadolint(string text, Comment comment)
    {
        var ids = FirstList(text, out var end);
        return new SuppressionComment([.. Named(ids)], "ignore=" + ids, comment.Span, Reason(text, end));
    }

    private static SuppressionComment Peer(string ids, string text, Comment comment) =>
        new([.. Named(TrivyId(ids))], ids, comment.Span, Reason(text, ids.Length));

    private static IEnumerable<RuleDescriptor> Named(string ids) => ids.Split(',').SelectMany(id => RuleCatalog.FindAll(id.Trim()));

    /// <summary>The words after the ids, without the mark that divides them; null when there are none.</summary>
    private static string? Reason(string text, int start) => text.Substring(start).Trim(' ', '\t', ':', '#') is { Length: > 0 } reason ? reason : null;

    private void Problem(SourceSpan span, string message) =>
        Problems.Add(new Diagnostic(ToolDiagnostics.InvalidSuppression, settings.SeverityOf(ToolDiagnostics.InvalidSuppression), message, path, span));

    /// <summary>Trivy wrote <c>AVD-DS-0002</c> and <c>DS002</c> before it settled on <c>DS-0002</c>.</summary>
    private static string TrivyId(string id)
    {
        if (id.StartsWith("AVD-", StringComparison.OrdinalIgnoreCase)) id = id.Substring(4);
        var isOld = id.Length == 5 && id.StartsWith("DS", StringComparison.OrdinalIgnoreCase) && id[2] != '-';
        return isOld ? "DS-0" + id.Substring(2) : id;
    }

    private static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || text[word.Length] is ' ' or '\t' or ':');

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text.Substring(prefix.Length) : null;

    /// <summary>The text after words with blanks between them, as hadolint reads its comments.</summary>
    private static string? AfterWords(string text, params string[] words)
    {
        var rest = text;
        foreach (var word in words)
        {
            if (After(rest, word) is not { } after) return null;
            rest = after.TrimStart(Blanks);
        }

        return rest;
    }

    /// <summary>The ids hadolint reads: divided by commas, with blanks around them if one likes.</summary>
    private static string FirstList(string text, out int end)
    {
        var ids = new List<string>();
        end = -1;
        foreach (var part in text.Split(','))
        {
            var id = part.Trim();
            ids.Add(FirstWord(id));
            end += 1 + part.Length;
            if (ids[ids.Count - 1].Length == id.Length) continue;
            end += part.Length - part.TrimStart().Length + ids[ids.Count - 1].Length - part.Length;
            break;
        }

        return string.Join(",", ids);
    }

    private static string FirstWord(string text)
    {
        var end = text.IndexOfAny(Blanks);
        return end < 0 ? text : text.Substring(0, end);
    }
}
