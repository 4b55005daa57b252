using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>pip leaves its downloads in a layer, in whichever stage; nothing but a switch or a mount counts.</summary>
internal sealed class DL3042PipCacheLeft : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG4019PipCacheLeft>();

    public override void Check(Dockerfile file, FileContext context)
    {
        // It also reads what stands before any FROM.
        var isOffWithoutStage = false;
        foreach (var instruction in file.Instructions)
        {
            if (instruction is EnvInstruction { Stage: null } env)
                isOffWithoutStage = SwitchIn(env) ?? isOffWithoutStage;
            if (((instruction as OnBuildInstruction)?.Inner ?? instruction) is not RunInstruction run) continue;
            var isOff = run.Stage is null ? isOffWithoutStage : DG4019PipCacheLeft.IsSwitchedOff(run, context);
            if (isOff || CacheMounts.Cover(run, DG4019PipCacheLeft.Cache.Folder)) continue;
            if (context.ScriptOf(run) is not { } script) continue;
            foreach (var install in DG4019PipCacheLeft.Installs(script, context))
                if (DG4019PipCacheLeft.KeepsDownloads(install)) DG4019PipCacheLeft.Report(install, context);
        }
    }

    private static bool? SwitchIn(EnvInstruction env) =>
        env.Pairs.LastOrDefault(pair => pair.Key.Text == DG4019PipCacheLeft.Switch) is { } pair
            ? DG4019PipCacheLeft.IsTrue(pair.Value?.Value)
            : null;
}
