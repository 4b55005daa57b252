using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A RUN deletes what the RUN before it left, which its layer keeps all the same. Source: hadolint DL3059; the OCI
/// image spec on whiteouts.
/// </summary>
public sealed class DG5019ConsecutiveRuns : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5019ConsecutiveRuns", "RUN that tidies up after another RUN", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3059", Severity.Info)],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        var traces = new RunTraces();
        for (var i = 0; i < file.Instructions.Count; i++)
        {
            if (file.Instructions[i] is not RunInstruction run) continue;
            var follows = i > 0 && file.Instructions[i - 1] is RunInstruction previous && HasSameFlags(previous, run);
            // A RUN on its own leaves nothing to a next one; most stand on their own.
            var isFollowed = i + 1 < file.Instructions.Count && file.Instructions[i + 1] is RunInstruction;
            if (!follows) traces = new RunTraces();
            if (!(follows || isFollowed) || !context.Ships(run) || context.ScriptOf(run) is not { } script) continue;
            if (follows && traces.FindCleaning(script) is { } cleaning)
            {
                context.Report(
                    cleaning.Span,
                    $"'{cleaning.NameWord}' deletes what the RUN before left, but its layer keeps it: do both in one "
                        + "RUN");
            }

            if (isFollowed) traces.Add(script);
        }
    }

    /// <summary>True for two RUNs that could be one.</summary>
    internal static bool HasSameFlags(RunInstruction one, RunInstruction other) =>
        one.Flags.Select(flag => flag.ToString()).SequenceEqual(other.Flags.Select(flag => flag.ToString()));
}
