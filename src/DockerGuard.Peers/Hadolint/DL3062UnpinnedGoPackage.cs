using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A Go package without a version, or with the newest; it does not know where go.mod has it.</summary>
internal sealed class DL3062UnpinnedGoPackage : ShellRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4022UnpinnedGoPackage>();

    public override IReadOnlyList<string> Commands { get; } = ["go"];

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var command in context.CommandsOf(script))
        {
            var packages = DG4022UnpinnedGoPackage.PackagesOf(command, out _);
            LanguagePackages.ReportUnpinned(context, [.. packages.Where(Floats)], "go");
        }
    }

    private static bool Floats(ShellWord word)
    {
        var package = word.Value;
        if (DG4022UnpinnedGoPackage.IsLocal(package)) return false;
        return package.IndexOf('@') < 0
            || package.EndsWith("@latest", StringComparison.Ordinal)
            || package.EndsWith("@none", StringComparison.Ordinal);
    }
}
