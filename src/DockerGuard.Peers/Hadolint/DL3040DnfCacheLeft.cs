using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// A dnf install with no cleaning after the first of its command, in whichever stage; it knows the cache of dnf5
/// only.
/// </summary>
internal sealed class DL3040DnfCacheLeft : ShellRule
{
    private static readonly string[] Verbs =
        ["install", "in", "upgrade", "up", "upgrade-minimal", "up-min", "reinstall", "rei"];

    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4012DnfCacheLeft>();

    public override IReadOnlyList<string> Commands { get; } = HadolintPackages.Dnf.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (CacheMounts.Cover(run, "/var/cache/libdnf5", ".cache/libdnf5")) return;
        var all = HadolintPackages.Dnf.Calls(script, context, Verbs);
        foreach (var calls in all.GroupBy(call => call.Command.BaseName!))
        {
            var name = calls.Key;
            if (HadolintPackages.Uncleaned(calls, script, context, command => Cleans(command, name)) is { } call)
                LeftCaches.Report(call, name + " clean all", run, script, context);
        }
    }

    private static bool Cleans(SimpleCommand command, string name) =>
        (command.Is(name) && command.HasArgument("clean", "all"))
        || HadolintPackages.Removes(command, "/var/cache/libdnf5*");
}
