using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A useradd with a user id of more than five characters.</summary>
internal sealed class DL3046HugeUserId : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG2005HugeUserId>();

    public override IReadOnlyList<string> Commands { get; } = ["useradd"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script).Where(DG2005HugeUserId.MayWriteLogs))
            if (command.FlagValue("u") is { Length: > 5 } id) DG2005HugeUserId.Report(command, id, context);
    }
}
