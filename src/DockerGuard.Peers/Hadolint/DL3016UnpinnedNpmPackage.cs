using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// A package without a version behind <c>npm install</c>; it knows no other verb, no tag that moves and no variable.
/// </summary>
internal sealed class DL3016UnpinnedNpmPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4020UnpinnedNpmPackage>();

    public override IReadOnlyList<string> Commands { get; } = ["npm"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script).Where(command => command.Is("npm")))
        {
            var packages = DG4020UnpinnedNpmPackage.PackagesOf(command, ["install"]);
            LanguagePackages.ReportUnpinned(
                context, [.. packages.Where(package => !DG4020UnpinnedNpmPackage.IsPinned(package.Value))], "npm");
        }
    }
}
