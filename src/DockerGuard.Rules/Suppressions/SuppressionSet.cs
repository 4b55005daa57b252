using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>What the comments of a Dockerfile silence: rules on one instruction, in the rest of a stage, or in the whole file.</summary>
/// <remarks>Every question is a look-up, so that many comments on many findings cost no more than their sum.</remarks>
internal sealed class SuppressionSet
{
    private readonly HashSet<RuleDescriptor> _inFile = [];
    private readonly HashSet<(int Instruction, RuleDescriptor Rule)> _onInstruction = [];
    private readonly Dictionary<(Stage Stage, RuleDescriptor Rule), int> _inStageFrom = [];
    private readonly List<Suppression> _own = [];
    private readonly IReadOnlyList<Instruction> _instructions;
    private readonly SourceSpan[] _spans;

    public SuppressionSet(Dockerfile file)
    {
        _instructions = file.Instructions;
        _spans = [.. _instructions.Select(instruction => instruction.Span)];
    }

    /// <summary>Takes the silenced findings away and adds those about our comments that are malformed or silence nothing.</summary>
    public static IEnumerable<Diagnostic> Apply(Dockerfile file, string path, RuleSettings settings, List<Diagnostic> findings, bool hasShellCheck)
    {
        if (file.Comments.Count == 0 && file.Directives.Count == 0) return findings;
        var set = new SuppressionSet(file);
        var reader = new SuppressionReader(file, path, settings, set);
        reader.Read();

        var found = new HashSet<(int, RuleDescriptor)>();
        var left = new List<Diagnostic>(findings.Count);
        foreach (var finding in findings)
        {
            var instruction = finding.File == path && !finding.Descriptor.IsTool ? set.At(finding.Span.Line) : -1;
            var family = finding.Descriptor.Family ?? finding.Descriptor;
            if (instruction >= 0) found.UnionWith([(instruction, finding.Descriptor), (instruction, family)]);
            if (instruction < 0 || !(set.Silences(finding.Descriptor, instruction) || set.Silences(family, instruction))) left.Add(finding);
        }

        foreach (var own in set._own)
        {
            // A comment for a rule that is off is not stale: another profile may need it, or a machine that has ShellCheck.
            if (own.Rules.Any(rule => found.Contains((own.Instruction, rule)) || settings.SeverityOf(rule) == Severity.Off)) continue;
            if (!hasShellCheck && own.Rules.Any(ShellCheckCodes.IsCodeOrAll)) continue;
            left.Add(new Diagnostic(ToolDiagnostics.UnusedSuppression, settings.SeverityOf(ToolDiagnostics.UnusedSuppression),
                $"ignore={own.Written} silences nothing here", path, own.Span));
        }

        left.AddRange(reader.Problems);
        return left;
    }

    public void InFile(IEnumerable<RuleDescriptor> rules) => _inFile.UnionWith(rules);

    /// <summary>Silences rules on the instruction of a number; -1, for none, is let be.</summary>
    public void OnInstruction(int instruction, IEnumerable<RuleDescriptor> rules)
    {
        if (instruction >= 0) _onInstruction.UnionWith(rules.Select(rule => (instruction, rule)));
    }

    /// <summary>Silences rules from an instruction on to the end of its stage; FROM itself is not covered, as in hadolint.</summary>
    public void InStage(int instruction, IEnumerable<RuleDescriptor> rules)
    {
        if (instruction < 0 || _instructions[instruction].Stage is not { } stage) return;
        foreach (var rule in rules)
        {
            // Comments come in file order, so the first one reaches furthest.
            if (!_inStageFrom.ContainsKey((stage, rule))) _inStageFrom.Add((stage, rule), instruction);
        }
    }

    public void Own(Suppression suppression)
    {
        OnInstruction(suppression.Instruction, suppression.Rules);
        _own.Add(suppression);
    }

    /// <summary>The instruction a comment speaks about: the one it stands in, else the first one after it; -1 when there is none.</summary>
    public int After(Comment comment)
    {
        var next = FirstEndingAt(comment.Span.Line + 1);
        return next < _spans.Length ? next : -1;
    }

    private bool Silences(RuleDescriptor rule, int instruction) =>
        _inFile.Contains(rule)
        || _onInstruction.Contains((instruction, rule))
        || (_instructions[instruction] is { Kind: not InstructionKind.From, Stage: { } stage }
            && _inStageFrom.TryGetValue((stage, rule), out var first) && instruction >= first);

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
