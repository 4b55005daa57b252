using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A wget that draws its progress, BusyBox's too.</summary>
internal sealed class DL3047WgetProgress : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4024WgetProgress>();

    public override IReadOnlyList<string> Commands { get; } = ["wget"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script).Where(DG4024WgetProgress.DrawsProgress))
            DG4024WgetProgress.Report(command, DG4024WgetProgress.LibcOf(run, context), context);
    }
}
