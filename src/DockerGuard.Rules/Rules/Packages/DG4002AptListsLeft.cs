using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>The lists of apt's packages left in a layer that ships. Source: hadolint DL3009, dockle DKL-DI-0005.</summary>
public sealed class DG4002AptListsLeft : ShellRule
{
    private const string Lists = "/var/lib/apt/lists";

    private static readonly string[] NeedsLists = ["install", "build-dep", "satisfy", "upgrade", "dist-upgrade", "full-upgrade", "source", "download"];

    public override RuleDescriptor Descriptor { get; } = new("DG4002AptListsLeft", "apt lists left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3009", Severity.Info), new("kics", "df746b39-6564-4fed-bf85-e9c44382303c"), new("dockle", "DKL-DI-0005")],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.AptFamily.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        var isPeer = context.Follows(Profiles.Hadolint);
        if (!(isPeer && run.IsOnBuild) && !context.Ships(run)) return;
        if (AreMounted(run, isPeer)) return;
        // hadolint is content with any 'rm -rf', wherever it stands.
        if (isPeer && context.CommandsOf(script).Any(command => command.Is("rm") && command.HasArgument("-rf", Lists + "/*"))) return;
        var updates = PackageManager.AptFamily.Calls(script, context, "update", "install").Where(call => Updates(call, isPeer)).ToList();
        if (LeftCaches.Uncleaned(script, context, updates, command => !isPeer && RemovesLists(command)) is not { } update) return;
        context.Report(update.Verb.Span, $"'{update.Title}' leaves its package lists in the image: nothing after it removes {Lists}/*", Cure(run, script, update, context));
    }

    /// <summary>hadolint wants both folders of apt where it is not the lists themselves that are mounted.</summary>
    private static bool AreMounted(RunInstruction run, bool isPeer) =>
        isPeer
            ? CacheMounts.Cover(run, Lists) || (CacheMounts.Cover(run, "/var/lib/apt") && CacheMounts.Cover(run, "/var/cache/apt"))
            : LeftCaches.AreMounted(run, Lists);

    private static bool Updates(PackageCommand call, bool isPeer) => call.Verb.Value == "update" || (!isPeer && call.Command.HasFlag("U", "update"));

    /// <summary><c>apt-get clean</c> removes packages and leaves the lists.</summary>
    private static bool RemovesLists(SimpleCommand command) =>
        LeftCaches.Removes(command, Lists) || command.Runs("apt-get", "distclean") || command.Runs("apt", "distclean");

    /// <summary>Without the lists nothing more can be installed, so the cure is for a file whose every RUN fetches them before it installs.</summary>
    private static Fix? Cure(RunInstruction run, ShellScript script, PackageCommand update, FileContext context)
    {
        if (run.IsOnBuild || !script.Commands.Any(IsInNeed) || context.FactOf(context.Build, ReliesOnLeftLists)) return null;
        return ShellFixes.AppendToChain(run, script, update.Command, $"rm -rf {Lists}/*");
    }

    private static bool ReliesOnLeftLists(BuildEvaluation build) =>
        build.File.Instructions.Select(instruction => (instruction as OnBuildInstruction)?.Inner ?? instruction)
            .Any(instruction => instruction is RunInstruction && build.ScriptOf(instruction) is { } script && ReadsFirst(script));

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

    private static bool IsInNeed(SimpleCommand command) => command.Is(PackageManager.AptFamily.Names) && command.HasArgument(NeedsLists);
}
