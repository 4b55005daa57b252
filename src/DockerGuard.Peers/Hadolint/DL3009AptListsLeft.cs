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
/// The lists of apt left in a stage that ships, or by ONBUILD wherever it stands; any <c>rm -rf</c> of them will do.
/// </summary>
internal sealed class DL3009AptListsLeft : ShellRule
{
    private const string Lists = DG4002AptListsLeft.Lists;

    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4002AptListsLeft>();

    public override IReadOnlyList<string> Commands { get; } = PackageManager.AptFamily.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if ((!run.IsOnBuild && !context.Ships(run)) || AreMounted(run)) return;
        if (context.CommandsOf(script).Any(command => HadolintPackages.Removes(command, Lists + "/*"))) return;
        var updates = PackageManager.AptFamily.Calls(script, context, "update", "install");
        var update = updates.FirstOrDefault(call => call.Verb.Value == "update");
        if (update is not null) DG4002AptListsLeft.Report(update, run, script, context);
    }

    /// <summary>It wants both folders of apt where it is not the lists themselves that are mounted.</summary>
    private static bool AreMounted(RunInstruction run) =>
        CacheMounts.Cover(run, Lists)
        || (CacheMounts.Cover(run, "/var/lib/apt") && CacheMounts.Cover(run, "/var/cache/apt"));
}
