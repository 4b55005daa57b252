using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>Packages that apt-get installs because others recommend them, in whichever stage.</summary>
internal sealed class DL3015AptRecommendedPackages : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4004AptRecommendedPackages>();

    public override IReadOnlyList<string> Commands { get; } = HadolintPackages.AptGet.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in HadolintPackages.AptGet.Calls(script, context, "install"))
        {
            var isSet = call.Command.HasArgument(DG4004AptRecommendedPackages.Option + "=false");
            if (!isSet && !call.Command.HasFlag(DG4004AptRecommendedPackages.Flag))
                DG4004AptRecommendedPackages.Report(call, context);
        }
    }
}
