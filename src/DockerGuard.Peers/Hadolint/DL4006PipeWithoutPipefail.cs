using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>Each pipe, unless SHELL of the stage itself has pipefail; not in ONBUILD.</summary>
internal sealed class DL4006PipeWithoutPipefail : FileRule
{
    private static readonly string[] PipefailShells = ["bash", "zsh", "ash"];
    private static readonly string[] WindowsShells = ["pwsh", "powershell", "cmd"];

    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5021PipeWithoutPipefail>();

    public override void Check(Dockerfile file, FileContext context)
    {
        var isSafeShell = false;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Kind == InstructionKind.From) isSafeShell = false;
            else if (instruction.Kind == InstructionKind.Shell) isSafeShell = IsSafe(instruction.Words);
            if (isSafeShell || instruction is not RunInstruction run) continue;
            if (context.ScriptOf(run) is not { } script) continue;
            foreach (var pipeline in context.PipelinesOf(script))
                DG5021PipeWithoutPipefail.Report(pipeline.Commands[0], context);
        }
    }

    private static bool IsSafe(IReadOnlyList<Word> shell)
    {
        if (shell.Count == 0) return false;
        var program = shell[0].Value;
        if (WindowsShells.Any(name => program.StartsWith(name, StringComparison.Ordinal))) return true;
        return PipefailShells.Contains(program.Substring(program.LastIndexOf('/') + 1), StringComparer.Ordinal)
            && shell.Any(word => word.Value == "pipefail");
    }
}
