using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A stage takes a name that Docker gives a meaning of its own. Source: BuildKit ReservedStageName, hadolint DL3063.
/// </summary>
/// <param name="ignoresCase">True when capitals make no other name.</param>
public sealed class DG1011ReservedStageName(bool ignoresCase = true) : InstructionRule
{
    private readonly bool _ignoresCase = ignoresCase;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG1011ReservedStageName", "reserved stage name", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "ReservedStageName"), new("hadolint", "DL3063")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (((FromInstruction)instruction).StageName is not { } word) return;
        var name = _ignoresCase ? word.Text.ToLowerInvariant() : word.Text;
        if (name is not ("scratch" or "context")) return;
        var meaning = name == "scratch" ? "the empty image" : "the build context";
        context.Report(
            word.Span, $"stage name '{word.Text}' is Docker's name for {meaning}",
            values: [word.Text]);
    }
}
