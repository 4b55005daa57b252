using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A zypper install with no cleaning after the first, in whichever stage.</summary>
internal sealed class DL3036ZypperCacheLeft : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4016ZypperCacheLeft>();

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Zypper.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (CacheMounts.Cover(run, "/var/cache/zypp")) return;
        var calls = PackageManager.Zypper.Calls(script, context, "install", "in");
        if (HadolintPackages.Uncleaned(calls, script, context, Cleans) is { } call)
            LeftCaches.Report(call, "zypper clean --all", run, script, context);
    }

    private static bool Cleans(SimpleCommand command) => command.Is("zypper") && command.HasArgument("clean", "cc");
}
