using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A package that apk adds without a version.</summary>
internal sealed class DL3018UnpinnedApkPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4006UnpinnedApkPackage>();

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Apk.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in PackageManager.Apk.Calls(script, context, "add"))
            HadolintPackages.ReportUnpinned(call, context, word => DG4006UnpinnedApkPackage.IsPinned(word.Value));
    }
}
