using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Suppressions;

/// <summary>
/// Honours hadolint's comments, and tells which of them hadolint itself drops without a word. Where the law says so,
/// those are dropped here too.
/// </summary>
internal sealed class HadolintReader(
    RuleSettings settings, CommentLaw law, SuppressionSet set, Action<RuleDescriptor, SourceSpan, string> hint)
{
    private bool _isDropped;

    /// <summary>Takes a comment when it is one for hadolint.</summary>
    public bool Read(Comment comment)
    {
        if (HadolintComment.Parse(comment.Text) is not { } parsed) return false;
        if (settings.IgnoresHadolintPragmas && parsed.Order != HadolintOrder.Shell) return true;
        _isDropped = false;
        foreach (var (start, length, message) in parsed.Problems) Dropped(comment, start, length, message);
        if (parsed.Order == HadolintOrder.Shell) return true;

        var rules = new List<RuleDescriptor>();
        var areKnown = true;
        foreach (var (start, id) in parsed.Ids)
        {
            var found = set.Names.FindAll(id);
            rules.AddRange(found.Where(rule => !rule.IsTool));
            areKnown &= found.Count > 0;
            if (!HadolintIds.IsId(id)) Dropped(comment, start, id.Length, UnknownId(id));
        }

        var written = new SuppressionComment(
            rules, "hadolint ignore=" + string.Join(",", parsed.Ids.Select(id => id.Id)), comment.Span, parsed.Reason)
        {
            WhenUnused = areKnown && law.TellsOfIdle
                ? settings.SeverityOfHint(ToolDiagnostics.UnusedSuppression)
                : Severity.Off,
        };
        var instruction = parsed.Order == HadolintOrder.GlobalIgnore ? -1 : Placed(comment, parsed.Order);
        if (_isDropped && law.DropsWhatHadolintDrops) return true;
        if (parsed.Order == HadolintOrder.GlobalIgnore) set.InFile(written);
        else if (parsed.Order == HadolintOrder.StageIgnore) set.InStage(instruction, written);
        else set.OnInstruction(instruction, written);
        return true;
    }

    /// <summary>
    /// The instruction the comment is for; hadolint wants one for a single instruction on the very line before.
    /// </summary>
    private int Placed(Comment comment, HadolintOrder order)
    {
        var instruction = set.After(comment);
        var line = comment.Span.Line;
        if (instruction < 0) Dropped(comment, 0, comment.Text.Length, "no instruction follows");
        else if (set.LineOf(instruction) < line)
            Dropped(comment, 0, comment.Text.Length, "it stands inside an instruction, and belongs on the line before");
        else if (order == HadolintOrder.Ignore && set.LineOf(instruction) > line + 1)
            Dropped(comment, 0, comment.Text.Length, "it belongs on the line directly before its instruction");
        return instruction;
    }

    private static string UnknownId(string id) =>
        HadolintIds.IsId(id.ToUpperInvariant())
            ? $"'{id}' is upper-case there: '{id.ToUpperInvariant()}'"
            : $"it knows no rule '{id}'";

    private void Dropped(Comment comment, int start, int length, string why)
    {
        _isDropped = true;
        hint(
            ToolDiagnostics.InvalidSuppression,
            SuppressionText.SpanOf(comment, start, length),
            "hadolint drops this comment: " + why);
    }
}
