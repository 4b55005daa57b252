using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>What yum downloads left in a layer that ships. Source: hadolint DL3032, Trivy DS-0015.</summary>
public sealed class DG4009YumCacheLeft : ShellRule
{
    private static readonly string[] Folders = ["/var/cache/yum", "/var/cache/dnf"];
    private static readonly string[] Verbs =
    [
        "install", "localinstall", "groupinstall", "reinstall", "update", "upgrade", "makecache",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4009YumCacheLeft", "yum cache left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases =
        [
            new("hadolint", "DL3032"), new("trivy", "DS-0015"), new("kics", "00481784-25aa-4a55-8633-3136dfcf4f37"),
        ],
    };

    public override IReadOnlyList<string> Commands { get; } = PackageManager.Yum.Names;

    public override void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        if (!context.Ships(run) || LeftCaches.AreMounted(run, Folders)) return;
        var calls = PackageManager.Yum.Calls(script, context, Verbs).ToList();
        if (LeftCaches.Uncleaned(script, context, calls, Cleans) is { } call)
            LeftCaches.Report(call, "yum clean all", run, script, context);
    }

    /// <summary>Where there is dnf, yum is another name for it.</summary>
    private static bool Cleans(SimpleCommand command) =>
        command.Runs("yum", "clean", "all")
            || command.Runs("dnf", "clean", "all")
            || LeftCaches.Removes(command, Folders);
}
