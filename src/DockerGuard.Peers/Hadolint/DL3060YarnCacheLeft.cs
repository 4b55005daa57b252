using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// A <c>yarn install</c> with no <c>yarn cache clean</c> after it, in a stage that ships or in ONBUILD.
/// </summary>
internal sealed class DL3060YarnCacheLeft : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4023YarnCacheLeft>();

    public override IReadOnlyList<string> Commands { get; } = ["yarn"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (!run.IsOnBuild && !context.Ships(run)) return;
        SimpleCommand? install = null;
        foreach (var command in context.CommandsOf(script))
        {
            if (DG4023YarnCacheLeft.Cleans(command)) install = null;
            else if (command.Is("yarn") && command.HasArgument("install")) install ??= command;
        }

        if (install is not null && !CacheMounts.Cover(run, DG4023YarnCacheLeft.Cache.Folder))
            DG4023YarnCacheLeft.Report(install, context);
    }
}
