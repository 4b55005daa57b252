using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A package that yum (DL3033) or dnf (DL3041) installs without a version.</summary>
internal sealed class DL3033UnpinnedRpmPackage(RuleDescriptor descriptor, PackageManager manager) : ShellRule
{
    private readonly PackageManager _manager = manager;

    public override RuleDescriptor Descriptor { get; } = descriptor;

    public override IReadOnlyList<string> Commands { get; } = manager.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in _manager.Calls(script, context, "install"))
        {
            if (RpmInstalls.IsOfGroups(call)) continue;
            var isModule = call.IsAbout("module");
            HadolintPackages.ReportUnpinned(
                call, context,
                word => RpmInstalls.IsPinned(call, word.Value)
                    || (!isModule && HoldsKnownVariable(word, run, context)));
        }
    }

    /// <summary>It trusts any variable that an ARG of the file or an ENV of the stage names.</summary>
    private static bool HoldsKnownVariable(ShellWord word, RunInstruction run, FileContext context) =>
        word.Variables.Any(variable => IsKnown(variable.Name, run, context));

    private static bool IsKnown(string name, RunInstruction run, FileContext context) =>
        context.FactOf(context.Build.File, NamesForAll).Contains(name)
        || (run.Stage is { } stage && context.Build[stage].StateBefore(run).Variables.ContainsKey(name));

    /// <summary>The names of every ARG, and of every ENV that stands before the first FROM.</summary>
    private static HashSet<string> NamesForAll(Dockerfile file)
    {
        var known = file.Instructions.OfType<PairInstruction>()
            .Where(pairs => pairs is ArgInstruction || (pairs is EnvInstruction && pairs.Stage is null));
        return new(known.SelectMany(pairs => pairs.Pairs).Select(pair => pair.Key.Value), StringComparer.Ordinal);
    }
}
