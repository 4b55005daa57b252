using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>apt-get install without a flag that says yes; quiet twice is one, and three times is none.</summary>
internal sealed class DL3014AptInstallWithoutYes : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4003AptInstallWithoutYes>();

    public override IReadOnlyList<string> Commands { get; } = HadolintPackages.AptGet.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in HadolintPackages.AptGet.Calls(script, context, "install"))
        {
            if (DG4003AptInstallWithoutYes.SaysYes(call.Command) || call.Command.CountFlag("q", "quiet") == 2) continue;
            UnansweredQuestion.Report(call, "-y", DG4003AptInstallWithoutYes.Cure(call, context), context);
        }
    }
}
