using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules.Foreign;

/// <summary>The visits to tools of others that one check makes.</summary>
internal sealed class ForeignPasses
{
    private readonly List<ForeignPass> _passes = [];

    private ForeignPasses()
    {
    }

    public IReadOnlyList<ForeignPass> All => _passes;

    /// <summary>The tools that had something to check and were not there.</summary>
    public IReadOnlyList<ForeignAbsence> Absent =>
    [
        .. from pass in _passes
           let presence = pass.Answer.Presence
           where presence is ForeignPresence.Absent or ForeignPresence.Missing or ForeignPresence.SwitchedOff
           select new ForeignAbsence(pass.Tool, presence, pass.Answer.Problem),
    ];

    /// <summary>Starts those of which a finding is wanted and for which there is something to do.</summary>
    public static ForeignPasses Start(
        IReadOnlyList<Rule> rules, IReadOnlyList<IForeignChecker> checkers, ForeignSubject subject)
    {
        var passes = new ForeignPasses();
        foreach (var checker in checkers)
        {
            var rule = rules.OfType<ForeignRule>().FirstOrDefault(rule => rule.Tool == checker.Tool);
            if (rule is null || !rule.Tool.IsWanted(subject.Settings)) continue;
            if (rule.Visit(subject) is { Inputs.Count: > 0 } visit)
                passes._passes.Add(new ForeignPass(rule, visit, checker));
        }

        return passes;
    }

    /// <summary>True when a tool checked everything there was for it.</summary>
    public bool HasRun(ForeignTool tool) => _passes.Any(pass => pass.Tool == tool && pass.HasRun);

    /// <summary>What tools that are there left unchecked.</summary>
    public IEnumerable<Diagnostic> Problems(RuleSettings settings, Origin origin) =>
        _passes.Select(pass => pass.Problem(settings, origin)).OfType<Diagnostic>();
}
