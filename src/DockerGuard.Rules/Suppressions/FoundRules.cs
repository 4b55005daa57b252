using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Suppressions;

/// <summary>How far a comment reaches.</summary>
internal enum SuppressionReach
{
    Instruction,

    /// <summary>From an instruction to the end of its stage, <c>FROM</c> left out.</summary>
    Stage,

    File,
}

/// <summary>Which rules found something where: what tells a comment that silences from a stale one.</summary>
internal sealed class FoundRules(IReadOnlyList<Instruction> instructions)
{
    private readonly HashSet<RuleDescriptor> _inFile = [];
    private readonly HashSet<(int Instruction, RuleDescriptor Rule)> _onInstruction = [];
    private readonly Dictionary<(Stage Stage, RuleDescriptor Rule), int> _lastInStage = [];

    public void Add(RuleDescriptor rule, int instruction)
    {
        _inFile.Add(rule);
        _onInstruction.Add((instruction, rule));
        if (instructions[instruction] is not { Kind: not InstructionKind.From, Stage: { } stage }) return;
        if (!_lastInStage.TryGetValue((stage, rule), out var last) || instruction > last)
            _lastInStage[(stage, rule)] = instruction;
    }

    /// <summary>True when a rule found something within reach of a comment that speaks about an instruction.</summary>
    public bool Any(RuleDescriptor rule, SuppressionReach reach, int instruction) => reach switch
    {
        SuppressionReach.File => _inFile.Contains(rule),
        SuppressionReach.Instruction => _onInstruction.Contains((instruction, rule)),
        _ =>
            instructions[instruction].Stage is { } stage
                && _lastInStage.TryGetValue((stage, rule), out var last)
                && last >= instruction,
    };
}
