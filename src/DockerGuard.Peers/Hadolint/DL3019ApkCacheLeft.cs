using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>An apk add without --no-cache, in whichever stage; no removal counts.</summary>
internal sealed class DL3019ApkCacheLeft : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4007ApkCacheLeft>();

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Apk.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (CacheMounts.Cover(run, "/var/cache/apk")) return;
        foreach (var call in PackageManager.Apk.Calls(script, context, "add"))
            if (!call.Command.HasFlag("no-cache")) DG4007ApkCacheLeft.Report(call, context);
    }
}
