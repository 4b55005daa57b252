using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>Finds the suppressing comments of a Dockerfile: ours and the peers' own spellings.</summary>
/// <remarks>
/// <c># dockerguard ignore=DG1004,DL3020 reason</c>, <c># hadolint ignore=…</c>, <c># trivy:ignore:…</c> and an inline <c># check=skip=…</c>
/// cover the next instruction; <c># hadolint global ignore=…</c>, <c># checkov:skip=…:reason</c>, <c># kics-scan disable=…</c> and the
/// <c># check=skip=…</c> directive cover the file, as they do in the tools they come from.
/// </remarks>
internal sealed class SuppressionReader(Dockerfile file, string path, RuleSettings settings)
{
    public const string Ours = "dockerguard";
    private static readonly char[] Blanks = [' ', '\t'];

    public List<Suppression> Suppressions { get; } = [];

    /// <summary>Findings about our own comments that say nothing the engine understands.</summary>
    public List<Diagnostic> Problems { get; } = [];

    public void Read()
    {
        foreach (var directive in file.Directives)
        {
            if (directive.Name.Equals("check", StringComparison.OrdinalIgnoreCase)) ReadCheck(directive.Value, directive.Span, scope: null);
        }

        foreach (var comment in file.Comments) ReadComment(comment);
    }

    private void ReadComment(Comment comment)
    {
        var text = comment.Text.Trim();
        if (StartsWithWord(text, "dockerguard")) ReadOurs(text.Substring("dockerguard".Length).TrimStart(), comment);
        else if (After(text, "hadolint global ignore=") is { } global) Add("hadolint", FirstList(global), comment.Span, scope: null);
        else if (After(text, "hadolint ignore=") is { } ignored) Add("hadolint", FirstList(ignored), comment.Span, Next(comment));
        else if (After(text, "checkov:skip=") is { } skipped) Add("checkov", skipped.Split(':', ' ')[0], comment.Span, scope: null);
        else if (After(text, "kics-scan disable=") is { } disabled) Add("kics", FirstWord(disabled), comment.Span, scope: null);
        else if (After(text, "trivy:ignore:") is { } trivy) Add("trivy", TrivyId(FirstWord(trivy)), comment.Span, Next(comment));
        else if (After(text, "check=") is { } check) ReadCheck(check, comment.Span, Next(comment));
    }

    private void ReadOurs(string rest, Comment comment)
    {
        var ids = FirstWord(After(rest, "ignore=") ?? "");
        if (ids.Length == 0)
        {
            Problem(comment.Span, "a dockerguard comment reads '# dockerguard ignore=DG1004 reason'");
            return;
        }

        var scope = Next(comment);
        if (scope is null)
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

        if (rules.Count > 0) Suppressions.Add(new Suppression { Tool = Ours, Rules = rules, Written = ids, Span = comment.Span, Scope = scope });
    }

    /// <summary>BuildKit's check options: <c>skip=A,B;error=true</c>, cut at the first blank.</summary>
    private void ReadCheck(string options, SourceSpan span, Instruction? scope)
    {
        foreach (var option in FirstWord(options).Split(';'))
        {
            if (After(option, "skip=") is { } names) Add("buildkit", names, span, scope);
        }
    }

    private void Add(string tool, string ids, SourceSpan span, Instruction? scope)
    {
        IReadOnlyList<RuleDescriptor>? rules = ids == "all" && tool == "buildkit"
            ? null
            : [.. ids.Split(',').SelectMany(id => RuleCatalog.FindAll(id.Trim()))];
        Suppressions.Add(new Suppression { Tool = tool, Rules = rules, Written = ids, Span = span, Scope = scope });
    }

    /// <summary>The instruction a comment speaks about: the one it stands in, else the first one after it.</summary>
    private Instruction? Next(Comment comment) =>
        file.Instructions.FirstOrDefault(instruction => instruction.Span.EndLine > comment.Span.Line || instruction.Span.Line > comment.Span.Line);

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

    /// <summary>The ids hadolint reads: divided by commas, with blanks around them if one likes.</summary>
    private static string FirstList(string text)
    {
        var ids = new List<string>();
        foreach (var part in text.Split(','))
        {
            var id = part.Trim();
            ids.Add(FirstWord(id));
            if (ids[ids.Count - 1].Length < id.Length) break;
        }

        return string.Join(",", ids);
    }

    private static string FirstWord(string text)
    {
        var end = text.IndexOfAny(Blanks);
        return end < 0 ? text : text.Substring(0, end);
    }
}
