using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The index of Alpine's packages left in a layer that ships. Source: hadolint DL3019, Trivy DS-0025, dockle
/// DKL-DI-0004.
/// </summary>
public sealed class DG4007ApkCacheLeft : ShellRule
{
    private static readonly string[] Folders = ["/var/cache/apk", "/etc/apk/cache"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4007ApkCacheLeft", "apk cache left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases =
        [
            new("hadolint", "DL3019", Severity.Info), new("trivy", "DS-0025"),
            new("kics", "ae9c56a6-3ed1-4ac0-9b54-31267f51151d"), new("dockle", "DKL-DI-0004"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Apk.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (!context.Ships(run) || LeftCaches.AreMounted(run, Folders)) return;
        var calls = PackageManager.Apk.Calls(script, context, "add")
            .Where(call => !call.Command.HasFlag("no-cache"))
            .ToList();
        if (LeftCaches.Uncleaned(script, context, calls, Cleans) is null) return;
        foreach (var call in calls)
            if (!ConstantWords.MayHoldFlag(call.Command, run, script, context, "no-cache")) Report(call, context);
    }

    /// <summary>Reports a call whose index stays.</summary>
    internal static void Report(PackageCommand call, FileContext context) =>
        context.Report(
            call.Verb.Span, $"'{call.Title}' leaves its package index in the image: it has no --no-cache",
            ShellFixes.InsertAfter(call.Verb, call.Command, "--no-cache", context));

    private static bool Cleans(SimpleCommand command) =>
        LeftCaches.Removes(command, Folders)
            || command.Runs("apk", "cache", "clean")
            || command.Runs("apk", "cache", "purge");
}
