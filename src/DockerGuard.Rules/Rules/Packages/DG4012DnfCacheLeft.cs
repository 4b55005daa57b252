using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// What dnf, microdnf or tdnf downloads left in a layer that ships. Source: hadolint DL3040, Trivy DS-0019 and DS-0027.
/// </summary>
public sealed class DG4012DnfCacheLeft : ShellRule
{
    private static readonly string[] Folders =
    [
        "/var/cache/libdnf5", ".cache/libdnf5", "/var/cache/dnf", "/var/cache/tdnf", "/var/cache/yum",
    ];

    private static readonly string[] Verbs =
    [
        "install", "in", "upgrade", "up", "upgrade-minimal", "up-min", "reinstall", "rei", "update", "groupinstall",
        "localinstall", "distro-sync",
        "makecache",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4012DnfCacheLeft", "dnf cache left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases =
        [
            new("hadolint", "DL3040"), new("trivy", "DS-0019"), new("trivy", "DS-0027"),
            new("kics", "295acb63-9246-4b21-b441-7c1f1fb62dc0"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Dnf.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (!context.Ships(run) || LeftCaches.AreMounted(run, Folders)) return;
        // Each of the commands has a cache of its own.
        foreach (var calls in PackageManager.Dnf.Calls(script, context, Verbs).GroupBy(call => call.Command.BaseName!))
        {
            var name = calls.Key;
            if (LeftCaches.Uncleaned(script, context, [.. calls], command => Cleans(command, name)) is { } call)
                LeftCaches.Report(call, name + " clean all", run, script, context);
        }
    }

    private static bool Cleans(SimpleCommand command, string name) =>
        command.Runs(name, "clean", "all")
        || (name is "dnf" or "dnf5" && (command.Runs("yum", "clean", "all") || command.Runs("dnf", "clean", "all")))
        || LeftCaches.Removes(command, Folders);
}
