using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>CMD, ENTRYPOINT or HEALTHCHECK in shell form; it knows no SHELL.</summary>
internal sealed class DL3025ShellForm : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5002ShellFormEntrypoint>();

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var instruction in file.Instructions)
        {
            if (IsStarted(instruction) && !instruction.IsJson)
                DG5002ShellFormEntrypoint.Report(instruction, context, fix: null);
        }
    }

    private static bool IsStarted(Instruction instruction) =>
        instruction.Kind is InstructionKind.Entrypoint or InstructionKind.Cmd
        || instruction is HealthcheckInstruction { CommandText: not null };
}
