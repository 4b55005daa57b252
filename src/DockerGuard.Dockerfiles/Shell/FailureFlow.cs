namespace DockerGuard.Dockerfiles.Shell;

/// <summary>What becomes of a command's failure.</summary>
public enum FailureOutcome
{
    /// <summary>The script fails, and with it the build.</summary>
    Fails,

    /// <summary>Something else than success runs instead: <c>|| exit 1</c>, <c>|| wget ...</c>.</summary>
    Handled,

    /// <summary>It is what <c>if</c>, <c>while</c>, <c>until</c> or <c>!</c> tests.</summary>
    Tested,

    /// <summary>It is discarded on purpose: <c>|| true</c>, <c>&amp;</c>.</summary>
    Ignored,

    /// <summary>
    /// Nobody looks: <c>;</c> or a new line without <c>set -e</c>, <c>|</c> without <c>pipefail</c>, a substitution in
    /// an argument.
    /// </summary>
    Unnoticed,
}

/// <summary>Follows a failure from a command outwards.</summary>
internal static class FailureFlow
{
    public static FailureOutcome Of(ShellNode? node)
    {
        // Climbs from parent to parent; depth is bounded by the parser.
        while (node is not null)
        {
            switch (node)
            {
                case ShellCommand { Parent: ShellPipeline pipeline } command:
                    if (command.PipelineIndex + 1 < pipeline.Commands.Count && !pipeline.HasPipefail)
                        return FailureOutcome.Unnoticed;
                    if (pipeline.IsNegated) return FailureOutcome.Tested;
                    break;
                case ShellPipeline { Parent: ShellAndOr andOr } pipeline:
                    if (andOr.FallbackOf(pipeline) is { } fallback)
                        return Succeeds(fallback) ? FailureOutcome.Ignored : FailureOutcome.Handled;
                    if (andOr.IsBackground) return FailureOutcome.Ignored;
                    if (andOr.Parent is ShellList list && andOr.Index + 1 < list.Items.Count)
                    {
                        // errexit looks at the last command of an AND-OR list only.
                        var isLast = pipeline.Index + 1 == andOr.Pipelines.Count;
                        if (!isLast || !pipeline.HasErrexit) return FailureOutcome.Unnoticed;
                        if (!IsTested(list)) return FailureOutcome.Fails;
                    }

                    break;
                case ShellList { IsCondition: true }:
                    return FailureOutcome.Tested;
                case ShellSubstitution { IsProcess: true }:
                    return FailureOutcome.Unnoticed;
                case ShellSubstitution { Parent: not SimpleCommand { NameWord: null } }:
                    return FailureOutcome.Unnoticed;
            }

            node = node.Parent;
        }

        return FailureOutcome.Fails;
    }

    // A shell does not apply errexit anywhere inside what is tested.
    private static bool IsTested(ShellNode? node)
    {
        for (; node is not null; node = node.Parent)
            if (node is ShellList { IsCondition: true }) return true;
        return false;
    }

    private static bool Succeeds(ShellPipeline pipeline) =>
        pipeline.Commands.Count == 1 && pipeline.Commands[0] is SimpleCommand command
        && (command.Name is "true" or ":"
            || (command.Name == "exit" && command.Arguments.Count == 1 && command.Arguments[0].Value == "0"));
}

public sealed partial class SimpleCommand
{
    /// <summary>What becomes of this command's failure.</summary>
    public FailureOutcome OnFailure => FailureFlow.Of(this);
}
