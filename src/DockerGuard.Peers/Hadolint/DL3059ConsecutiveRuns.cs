using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A RUN of one command on the heels of another; one of several has been joined already.</summary>
internal sealed class DL3059ConsecutiveRuns : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5019ConsecutiveRuns>();

    public override void Check(Dockerfile file, FileContext context)
    {
        for (var i = 1; i < file.Instructions.Count; i++)
        {
            if (file.Instructions[i] is not RunInstruction run) continue;
            if (file.Instructions[i - 1] is not RunInstruction previous) continue;
            var canBeOne = DG5019ConsecutiveRuns.HasSameFlags(previous, run);
            if (canBeOne && IsShort(previous, context) && IsShort(run, context))
                context.Report(run.KeywordSpan, "this RUN makes a layer of its own, and the RUN before it another");
        }
    }

    private static bool IsShort(RunInstruction run, FileContext context) =>
        context.ScriptOf(run) is not { } script || context.CommandsOf(script).Take(2).Count() < 2;
}
