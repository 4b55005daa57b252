using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>What zypper downloads left in a layer that ships. Source: hadolint DL3036, Trivy DS-0020.</summary>
public sealed class DG4016ZypperCacheLeft : ShellRule
{
    private const string Folder = "/var/cache/zypp";

    private static readonly string[] Verbs =
        ["install", "in", "source-install", "si", "patch", "update", "up", "dist-upgrade", "dup", "refresh", "ref"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4016ZypperCacheLeft", "zypper cache left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases =
        [
            new("hadolint", "DL3036"), new("trivy", "DS-0020"), new("kics", "38300d1a-feb2-4a48-936a-d1ef1cd24313"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Zypper.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (!context.Ships(run) || LeftCaches.AreMounted(run, Folder)) return;
        var calls = PackageManager.Zypper.Calls(script, context, Verbs).ToList();
        if (LeftCaches.Uncleaned(script, context, calls, Cleans) is { } call)
            LeftCaches.Report(call, "zypper clean --all", run, script, context);
    }

    private static bool Cleans(SimpleCommand command) =>
        (command.Is("zypper") && command.HasArgument("clean", "cc")) || LeftCaches.Removes(command, Folder);
}
