using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>An installation by yum (DL3030) or dnf (DL3038) without a flag that says yes.</summary>
internal sealed class DL3030RpmInstallWithoutYes(RuleDescriptor descriptor, PackageManager manager) : ShellRule
{
    private readonly PackageManager _manager = manager;

    public override RuleDescriptor Descriptor { get; } = descriptor;

    public override IReadOnlyList<string> Commands { get; } = manager.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in _manager.Calls(script, context, "install", "groupinstall", "localinstall"))
        {
            if (RpmInstalls.SaysYes(call.Command)) continue;
            UnansweredQuestion.Report(call, "-y", RpmInstalls.Cure(call, context), context);
        }
    }
}
