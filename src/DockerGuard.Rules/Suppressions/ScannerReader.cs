using System;
using System.Globalization;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Suppressions;

/// <summary>Honours the comments of Trivy, Checkov, KICS and ShellCheck.</summary>
internal sealed class ScannerReader(
    RuleSettings settings, SuppressionSet set, Action<RuleDescriptor, SourceSpan, string> hint)
{
    private const string Trivy = "trivy:ignore:";
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Takes a comment when it is one for a scanner.</summary>
    public bool Read(Comment comment)
    {
        var text = comment.Text.Trim();
        if (After(text, "checkov:skip=") is { } skipped)
            set.InFile(Named(skipped.Split(':', ' ')[0], skipped, comment));
        else if (After(text, "kics-scan ") is { } kics) ReadKics(kics.TrimStart(), comment);
        else if (After(text, "shellcheck disable=") is { } shellCheck)
            set.OnInstruction(set.After(comment), Named(FirstWord(shellCheck), shellCheck, comment));
        else if (After(text, Trivy) is not null) ReadTrivy(text, comment);
        else return false;
        return true;
    }

    private void ReadKics(string order, Comment comment)
    {
        if (After(order, "disable=") is { } disabled)
        {
            set.InFile(Named(FirstWord(disabled), disabled, comment));
        }
        else if (FirstWord(order) is "ignore")
        {
            set.InFile(All("kics", comment));
        }
        else if (FirstWord(order) is "ignore-line")
        {
            set.OnInstruction(set.After(comment), All("kics", comment));
        }
        else if (FirstWord(order) is "ignore-block")
        {
            // The block of a FROM is its stage; of another instruction, itself.
            var instruction = set.After(comment);
            set.OnInstruction(instruction, All("kics", comment));
            if (set.IsFrom(instruction)) set.InStage(instruction, All("kics", comment));
        }
    }

    /// <summary><c>trivy:ignore:ID</c>, perhaps with <c>:exp:2027-01-31</c>, and perhaps several of them.</summary>
    private void ReadTrivy(string text, Comment comment)
    {
        var instruction = set.After(comment);
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var orders = words.TakeWhile(word => After(word, Trivy) is not null).ToList();
        var reason = SuppressionText.Reason(string.Join(" ", words.Skip(orders.Count)), 0);
        foreach (var order in orders)
        {
            var parts = order.Substring(Trivy.Length).Split(':');
            if (IsOver(parts, comment)) continue;
            set.OnInstruction(
                instruction, new SuppressionComment(
                    [.. SuppressionText.Named(TrivyId(parts[0]), set.Names)], order, comment.Span, reason));
        }
    }

    /// <summary>True when the day after which an order does not count is past, or is none.</summary>
    private bool IsOver(string[] parts, Comment comment)
    {
        var expiry = Array.FindIndex(parts, part => part.Equals("exp", StringComparison.OrdinalIgnoreCase));
        if (expiry < 0) return false;
        var written = expiry + 1 < parts.Length ? parts[expiry + 1] : "";
        if (!DateTime.TryParseExact(
            written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            hint(
                ToolDiagnostics.InvalidSuppression,
                comment.Span,
                $"'{written}' is not a day as yyyy-MM-dd, so {Trivy}{parts[0]} silences nothing");
            return true;
        }

        if (settings.Today <= day) return false;
        hint(
            ToolDiagnostics.UnusedSuppression,
            comment.Span,
            $"{Trivy}{parts[0]} expired on {written} and silences nothing");
        return true;
    }

    private SuppressionComment Named(string ids, string text, Comment comment) =>
        new([.. SuppressionText.Named(ids, set.Names)], ids, comment.Span, SuppressionText.Reason(text, ids.Length));

    private static SuppressionComment All(string tool, Comment comment) =>
        new(
            [.. RuleCatalog.Descriptors.Where(rule => rule.Aliases.Any(alias => alias.Tool == tool))],
            comment.Text,
            comment.Span,
            null);

    /// <summary>Trivy wrote <c>AVD-DS-0002</c> and <c>DS002</c> before it settled on <c>DS-0002</c>.</summary>
    private static string TrivyId(string id)
    {
        if (id.StartsWith("AVD-", StringComparison.OrdinalIgnoreCase)) id = id.Substring(4);
        var isOld = id.Length == 5 && id.StartsWith("DS", StringComparison.OrdinalIgnoreCase) && id[2] != '-';
        return isOld ? "DS-0" + id.Substring(2) : id;
    }

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text.Substring(prefix.Length) : null;

    private static string FirstWord(string text)
    {
        var end = text.IndexOfAny(Blanks);
        return end < 0 ? text : text.Substring(0, end);
    }
}
