using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Rules.Suppressions;

/// <summary>
/// What the comments of a Dockerfile silence: rules on one instruction, in the rest of a stage, or in the whole file.
/// </summary>
/// <remarks>Every question is a look-up, so that many comments on many findings cost no more than their sum.</remarks>
internal sealed class SuppressionSet
{
    private readonly Dictionary<RuleDescriptor, SuppressionComment> _inFile = [];
    private readonly Dictionary<(int Instruction, RuleDescriptor Rule), SuppressionComment> _onInstruction = [];
    private readonly Dictionary<(
        Stage Stage, RuleDescriptor Rule), (int First, SuppressionComment Comment)> _inStageFrom = [];
    private readonly List<(SuppressionComment Comment, SuppressionReach Reach, int Instruction)> _watched = [];
    private readonly IReadOnlyList<Instruction> _instructions;
    private readonly SourceSpan[] _spans;

    public SuppressionSet(Dockerfile file, RuleIndex names)
    {
        Names = names;
        _instructions = file.Instructions;
        _spans = [.. _instructions.Select(instruction => instruction.Span)];
    }

    /// <summary>What comments may call a rule.</summary>
    public RuleIndex Names { get; }

    /// <summary>
    /// Parts the findings into those that are left and those silenced, and adds to the former what is wrong with our
    /// comments.
    /// </summary>
    public static LintResult Apply(LintRequest request, LintResult result, ForeignPasses passes)
    {
        var (file, path, settings) = (request.Dockerfile, request.Path, request.Settings);
        if (file.Comments.Count == 0 && file.Directives.Count == 0) return result;
        var set = new SuppressionSet(file, request.Names);
        var reader = new SuppressionReader(file, path, settings, request.RuleSet.Comments, set);
        reader.Read();

        var found = new FoundRules(file.Instructions);
        var left = new List<Diagnostic>(result.Findings.Count);
        var suppressed = new List<Diagnostic>(result.Suppressed);
        foreach (var finding in result.Findings)
        {
            var isHere = finding.File == path && !finding.Descriptor.IsTool;
            var instruction = isHere ? set.At(finding.Span.Line) : -1;
            var family = finding.Descriptor.Family ?? finding.Descriptor;
            if (instruction >= 0)
            {
                found.Add(finding.Descriptor, instruction);
                found.Add(family, instruction);
            }

            if (instruction < 0
                || (set.Silencing(finding.Descriptor, instruction)
                    ?? set.Silencing(family, instruction)) is not { } comment)
            {
                left.Add(finding);
            }
            else
            {
                suppressed.Add(finding with
                {
                    SuppressedBy = new Suppression(
                        SilencedBy.Comment, new FileOrigin(path, comment.Span), comment.Reason),
                });
            }
        }

        foreach (var (comment, reach, instruction) in set._watched)
        {
            // A comment for a rule that is off is not stale: another profile may need it, or a machine that has the
            // tool.
            if (comment.Rules.Any(
                rule => found.Any(rule, reach, instruction) || settings.SeverityOf(rule) == Severity.Off))
            {
                continue;
            }

            if (comment.Rules.Any(rule => set.Names.ToolOf(rule) is { } tool && !passes.HasRun(tool))) continue;
            left.Add(new Diagnostic(
                ToolDiagnostics.UnusedSuppression,
                comment.WhenUnused,
                $"{comment.Written} silences nothing here",
                path,
                comment.Span));
        }

        left.AddRange(reader.Problems);
        return new LintResult(left, suppressed);
    }

    public void InFile(SuppressionComment comment)
    {
        foreach (var rule in comment.Rules) AddFirst(_inFile, rule, comment);
        Watch(comment, SuppressionReach.File, 0);
    }

    /// <summary>Silences rules on the instruction of a number; -1, for none, is let be.</summary>
    public void OnInstruction(int instruction, SuppressionComment comment)
    {
        if (instruction < 0) return;
        foreach (var rule in comment.Rules) AddFirst(_onInstruction, (instruction, rule), comment);
        Watch(comment, SuppressionReach.Instruction, instruction);
    }

    /// <summary>
    /// Silences rules from an instruction on to the end of its stage; FROM itself is not covered, as in hadolint.
    /// </summary>
    public void InStage(int instruction, SuppressionComment comment)
    {
        if (instruction < 0 || _instructions[instruction].Stage is not { } stage) return;
        // Comments come in file order, so the first one reaches furthest.
        foreach (var rule in comment.Rules) AddFirst(_inStageFrom, (stage, rule), (instruction, comment));
        Watch(comment, SuppressionReach.Stage, instruction);
    }

    /// <summary>
    /// The instruction a comment speaks about: the one it stands in, else the first one after it; -1 when there is
    /// none.
    /// </summary>
    public int After(Comment comment)
    {
        var next = FirstEndingAt(comment.Span.Line + 1);
        return next < _spans.Length ? next : -1;
    }

    /// <summary>The line an instruction starts at, 1-based.</summary>
    public int LineOf(int instruction) => _spans[instruction].Line;

    /// <summary>True for a <c>FROM</c>; false for -1, which is none.</summary>
    public bool IsFrom(int instruction) => instruction >= 0 && _instructions[instruction].Kind == InstructionKind.From;

    private void Watch(SuppressionComment comment, SuppressionReach reach, int instruction)
    {
        if (comment.WhenUnused != Severity.Off && comment.Rules.Count > 0) _watched.Add((comment, reach, instruction));
    }

    /// <summary>The comment that silences a rule on an instruction; null when none does.</summary>
    private SuppressionComment? Silencing(RuleDescriptor rule, int instruction)
    {
        if (_onInstruction.TryGetValue((instruction, rule), out var comment) || _inFile.TryGetValue(rule, out comment))
            return comment;
        return _instructions[instruction] is { Kind: not InstructionKind.From, Stage: { } stage }
            && _inStageFrom.TryGetValue((stage, rule), out var staged) && instruction >= staged.First
                ? staged.Comment
                : null;
    }

    private static void AddFirst<TKey, TValue>(Dictionary<TKey, TValue> entries, TKey key, TValue value)
        where TKey : notnull
    {
        if (!entries.ContainsKey(key)) entries.Add(key, value);
    }

    /// <summary>The instruction a line belongs to; -1 for a line between instructions.</summary>
    private int At(int line)
    {
        var at = FirstEndingAt(line);
        return at < _spans.Length && _spans[at].Line <= line ? at : -1;
    }

    /// <summary>The first instruction that ends at a line or below.</summary>
    private int FirstEndingAt(int line)
    {
        int low = 0, high = _spans.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_spans[middle].EndLine < line) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
