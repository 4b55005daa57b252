using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A yum install with no cleaning after the first, in whichever stage.</summary>
internal sealed class DL3032YumCacheLeft : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4009YumCacheLeft>();

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Yum.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        var calls = PackageManager.Yum.Calls(script, context, "install");
        if (HadolintPackages.Uncleaned(calls, script, context, Cleans) is { } call)
            LeftCaches.Report(call, "yum clean all", run, script, context);
    }

    private static bool Cleans(SimpleCommand command) =>
        (command.Is("yum") && command.HasArgument("clean", "all"))
        || HadolintPackages.Removes(command, "/var/cache/yum/*");
}
