using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>Each cd; not in ONBUILD.</summary>
internal sealed class DL3003Cd : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5018CdInsteadOfWorkdir>();

    public override IReadOnlyList<string> Commands { get; } = ["cd"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (run.IsOnBuild) return;
        foreach (var command in context.CommandsOf(script).Where(command => command.Name == "cd"))
            context.Report(command.Span, "cd holds for the rest of this RUN only; WORKDIR holds for what follows");
    }
}
