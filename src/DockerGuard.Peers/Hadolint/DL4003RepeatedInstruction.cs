using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// An instruction that overrides an earlier one of its stage: CMD (DL4003), ENTRYPOINT (DL4004), HEALTHCHECK
/// (DL3012).
/// </summary>
internal sealed class DL4003RepeatedInstruction(RuleDescriptor descriptor, InstructionKind kind) : FileRule
{
    private readonly InstructionKind _kind = kind;

    public override RuleDescriptor Descriptor { get; } = descriptor;

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var (earlier, later) in OverriddenInstructions.Pairs(file, _kind, context))
        {
            context.Report(
                later.KeywordSpan,
                $"{earlier.Keyword} overrides the one of line {earlier.StartLine}; only the last of a stage counts",
                OverriddenInstructions.Remove(earlier, file));
        }
    }
}
