using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// An instruction stands before the first FROM, where only ARG may. Source: Dockerfile reference, Format; hadolint
/// DL3061.
/// </summary>
public sealed class DG5029InstructionBeforeFrom : FileRule
{
    // The house's own profiles have DG0001 for it, which no policy can switch off.
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5029InstructionBeforeFrom", "instruction before the first FROM", Severity.Off)
    {
        Aliases = [new("hadolint", "DL3061", Severity.Error)],
        ExplainsRefusals = true,
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Kind == InstructionKind.From) return;
            // A word that is no keyword is no instruction out of order.
            if (instruction.Kind is not (InstructionKind.Arg or InstructionKind.Unknown))
                context.Report(instruction.KeywordSpan, $"{instruction.Keyword} stands before the first FROM");
        }
    }
}
