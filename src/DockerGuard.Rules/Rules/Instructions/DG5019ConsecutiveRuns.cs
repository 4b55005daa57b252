using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>A RUN deletes what the RUN before it left, which its layer keeps all the same. Source: hadolint DL3059; the OCI image spec on whiteouts.</summary>
public sealed class DG5019ConsecutiveRuns : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new("DG5019ConsecutiveRuns", "RUN that tidies up after another RUN", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3059", Severity.Info)],
    };

    public override void Check(Dockerfile file, RuleContext context)
    {
        RunInstruction? previous = null;
        var traces = new RunTraces();
        foreach (var instruction in file.Instructions)
        {
            var run = instruction as RunInstruction;
            var follows = run is not null && previous is not null && HasSameFlags(previous, run);
            if (!follows) traces = new RunTraces();
            if (follows && context.Follows(Profiles.Hadolint))
            {
                if (IsShort(previous!, context) && IsShort(run!, context)) context.Report(run!.KeywordSpan, "this RUN makes a layer of its own, and the RUN before it another");
            }
            else if (run is not null && context.ScriptOf(run) is { } script)
            {
                if (follows && context.Ships(run) && traces.FindCleaning(script) is { } cleaning)
                    context.Report(cleaning.Span, $"'{cleaning.NameWord}' deletes what the RUN before left, but its layer keeps it: do both in one RUN");
                traces.Add(script);
            }

            previous = run;
        }
    }

    private static bool HasSameFlags(RunInstruction one, RunInstruction other) =>
        one.Flags.Select(flag => flag.ToString()).SequenceEqual(other.Flags.Select(flag => flag.ToString()));

    /// <summary>hadolint leaves a RUN of several commands alone: somebody has joined them already.</summary>
    private static bool IsShort(RunInstruction run, RuleContext context) => context.ScriptOf(run) is not { } script || context.CommandsOf(script).Take(2).Count() < 2;
}
