using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A pip package without a version; the at sign of a user passes for a revision.</summary>
internal sealed class DL3013UnpinnedPipPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4018UnpinnedPipPackage>();

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var install in context.CommandsOf(script).Select(PipInstall.Read).OfType<PipInstall>())
        {
            if (DG4018UnpinnedPipPackage.ReadsVersions(install.Command)) continue;
            var unpinned = install.Packages.Where(package => !IsPinned(package.Value));
            LanguagePackages.ReportUnpinned(context, [.. unpinned], "pip");
        }
    }

    private static bool IsPinned(string package) =>
        DG4018UnpinnedPipPackage.IsPinned(package, static address => address.IndexOf('@') >= 0);
}
