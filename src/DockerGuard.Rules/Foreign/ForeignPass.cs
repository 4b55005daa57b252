using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Foreign;

/// <summary>A visit under way: the texts leave before the rules run, and the answer is waited for after them.</summary>
internal sealed class ForeignPass
{
    /// <summary>Far more than any sentence of a tool has.</summary>
    private const int LongestMessage = 300;

    private readonly ForeignVisit _visit;
    private readonly Task<ForeignAnswer> _answer;
    private readonly int _given;

    public ForeignPass(ForeignRule rule, ForeignVisit visit, IForeignChecker checker)
    {
        Rule = rule;
        _visit = visit;
        _given = Math.Min(visit.Inputs.Count, Tool.MostInputs);
        _answer = checker.CheckAsync([.. visit.Inputs.Take(_given)]);
    }

    /// <summary>The rule whose parts the findings are.</summary>
    public ForeignRule Rule { get; }

    public ForeignTool Tool => Rule.Tool;

    /// <summary>True when everything was checked.</summary>
    public bool HasRun => Answer.Presence == ForeignPresence.Answered && Left == 0;

    public ForeignAnswer Answer => _answer.GetAwaiter().GetResult();

    private int Left => _visit.Inputs.Count - _given;

    /// <summary>What there is to say when a tool that is there left something unchecked; else null.</summary>
    public Diagnostic? Problem(RuleSettings settings, Origin origin) => Answer switch
    {
        { Presence: ForeignPresence.Failed, Problem: { } why } =>
            Tool.DidNotCheck(why + Tool.Consequence(settings), settings, origin, isExpected: true),
        { Presence: ForeignPresence.Answered } when Left > 0 => Tool.DidNotCheck(
            $"{Tool.Name} was given the first {_given} {Tool.Unit} of this file and not the {Left} after them",
            settings,
            origin,
            isExpected: true),
        _ => null,
    };

    /// <summary>Reports what was found, under the tool's own codes.</summary>
    public void Report(RuleContext context)
    {
        foreach (var comment in Answer.Comments)
        {
            if (comment.Input < 0 || comment.Input >= _given || _visit.Translate(comment) is not { } finding) continue;
            context.Report(
                finding.Code, finding.Origin, $"{finding.Code.Key} {Sentence(comment.Message)}", finding.Fix);
        }
    }

    /// <summary>
    /// A sentence in the house's style: on one line, lower-case unless it begins with a name, without a stop.
    /// </summary>
    private static string Sentence(string message)
    {
        var text = new StringBuilder(message.Length);
        foreach (var c in message.Trim()) text.Append(char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c);
        if (text.Length > LongestMessage) text.Length = LongestMessage;
        if (text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) && text[1] is not '_')
            text[0] = char.ToLowerInvariant(text[0]);
        return text.ToString().TrimEnd(' ', '.', '!');
    }
}
