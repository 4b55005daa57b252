using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A package that apt-get installs without a version.</summary>
internal sealed class DL3008UnpinnedAptPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4001UnpinnedAptPackage>();

    public override IReadOnlyList<string> Commands { get; } = HadolintPackages.AptGet.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in HadolintPackages.AptGet.Calls(script, context, "install"))
            HadolintPackages.ReportUnpinned(call, context, word => DG4001UnpinnedAptPackage.IsPinned(word.Value));
    }
}
