using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The lists of apt's packages left in a layer that ships. Source: hadolint DL3009, dockle DKL-DI-0005.
/// </summary>
public sealed class DG4002AptListsLeft : ShellRule
{
    internal const string Lists = "/var/lib/apt/lists";

    private static readonly string[] NeedsLists =
    [
        "install", "build-dep", "satisfy", "upgrade", "dist-upgrade", "full-upgrade", "source", "download",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4002AptListsLeft", "apt lists left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases =
        [
            new("hadolint", "DL3009", Severity.Info), new("kics", "df746b39-6564-4fed-bf85-e9c44382303c"),
            new("dockle", "DKL-DI-0005"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.AptFamily.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (!context.Ships(run) || LeftCaches.AreMounted(run, Lists)) return;
        var updates = PackageManager.AptFamily.Calls(script, context, "update", "install").Where(Updates).ToList();
        if (LeftCaches.Uncleaned(script, context, updates, RemovesLists) is { } update)
            Report(update, run, script, context);
    }

    /// <summary>Reports a call whose lists stay.</summary>
    internal static void Report(PackageCommand update, RunInstruction run, ShellScript script, FileContext context) =>
        context.Report(
            update.Verb.Span,
            $"'{update.Title}' leaves its package lists in the image: nothing after it removes {Lists}/*",
            Cure(run, script, update, context));

    private static bool Updates(PackageCommand call) =>
        call.Verb.Value == "update" || call.Command.HasFlag("U", "update");

    /// <summary><c>apt-get clean</c> removes packages and leaves the lists.</summary>
    private static bool RemovesLists(SimpleCommand command) =>
        LeftCaches.Removes(command, Lists) || command.Runs("apt-get", "distclean") || command.Runs("apt", "distclean");

    /// <summary>
    /// Without the lists nothing more can be installed, so the cure is for a file whose every RUN fetches them before
    /// it installs.
    /// </summary>
    private static Fix? Cure(RunInstruction run, ShellScript script, PackageCommand update, FileContext context)
    {
        if (run.IsOnBuild || !script.Commands.Any(IsInNeed) || context.FactOf(context.Build, ReliesOnLeftLists))
            return null;
        return ShellFixes.AppendToChain(run, script, update.Command, $"rm -rf {Lists}/*");
    }

    private static bool ReliesOnLeftLists(BuildEvaluation build) =>
        build.File.Instructions.Select(instruction => (instruction as OnBuildInstruction)?.Inner ?? instruction)
            .Any(instruction =>
                instruction is RunInstruction && build.ScriptOf(instruction) is { } script && ReadsFirst(script));

    /// <summary>True for a script that reads the lists before it fetches them.</summary>
    private static bool ReadsFirst(ShellScript script)
    {
        foreach (var command in script.Commands)
        {
            if (command.Is("apt-cache") || IsInNeed(command)) return !command.HasFlag("U", "update");
            if (command.Is(PackageManager.AptFamily.Names) && command.HasArgument("update")) return false;
        }

        return false;
    }

    private static bool IsInNeed(SimpleCommand command) =>
        command.Is(PackageManager.AptFamily.Names) && command.HasArgument(NeedsLists);
}
