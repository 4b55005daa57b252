using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// FROM uses a variable that no ARG before the first FROM declares, so no build argument can set it. Source: BuildKit
/// UndefinedArgInFrom.
/// </summary>
public sealed class DG1006UndefinedArgInFrom : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1006UndefinedArgInFrom", "undeclared ARG in FROM", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "UndefinedArgInFrom")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not FromInstruction { IsOnBuild: false, Stage: { } stage }) return;
        foreach (var variable in context.Build.UndeclaredInFrom(stage))
        {
            var effect = variable.HasSubstitute ? "no build argument reaches it" : "FROM gets nothing in its place";
            var nearest = Suggestion.Clause(variable.Suggestion);
            context.Report(
                variable.Span, $"ARG '{variable.Name}' is not declared before the first FROM, so {effect}{nearest}",
                values: variable.PeerSuggestion is { } near ? [variable.Name, near] : [variable.Name]);
        }
    }
}
