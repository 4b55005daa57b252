using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>An ln that names /bin/sh, as link or as what it leads to.</summary>
internal sealed class DL4005ShellReplacedByLink : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5020ShellReplacedByLink>();

    public override IReadOnlyList<string> Commands { get; } = ["ln"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            if (command.Is("ln") && command.HasArgument("/bin/sh"))
                DG5020ShellReplacedByLink.Report(run, script, command, context);
        }
    }
}
