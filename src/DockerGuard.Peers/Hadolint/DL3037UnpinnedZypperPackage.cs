using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A package that zypper installs without a version.</summary>
internal sealed class DL3037UnpinnedZypperPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4017UnpinnedZypperPackage>();

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Zypper.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.Zypper.Calls(script, context, "install", "in"))
            HadolintPackages.ReportUnpinned(call, context, word => DG4017UnpinnedZypperPackage.IsPinned(word.Value));
    }
}
