namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Whether a script comes to a command, and ends with it.</summary>
public static class CommandCertainty
{
    /// <summary>
    /// True when the script runs a command whatever happens, and fails where it does: no branch, no loop, no test and
    /// no other command that has failed stands before it.
    /// </summary>
    public static bool IsSure(this SimpleCommand command)
    {
        if (command is null || command.OnFailure != FailureOutcome.Fails) return false;
        for (ShellNode? node = command; node is not null; node = node.Parent)
        {
            if (node is CompoundCommand { Kind: not (ShellCompoundKind.Group or ShellCompoundKind.Subshell) })
                return false;
            if (node is ShellPipeline { Parent: ShellAndOr list } pipeline && !IsSure(pipeline, list)) return false;
        }

        return true;
    }

    /// <summary>
    /// True when the script ends in failure where a command is not there, though what comes after may still run:
    /// <c>curl … || exit 1</c>.
    /// </summary>
    public static bool FailsScript(this SimpleCommand command)
    {
        for (ShellNode? node = command; node is not null; node = node.Parent)
        {
            var fails = node switch
            {
                CompoundCommand compound => compound.Kind is ShellCompoundKind.Group or ShellCompoundKind.Subshell,
                ShellSubstitution => false,
                ShellPipeline pipeline => !pipeline.IsNegated,
                ShellAndOr list => !list.IsBackground,
                _ => true,
            };
            if (!fails) return false;
            switch (node)
            {
                case ShellCommand { Parent: ShellPipeline pipeline } member when !FailsPipeline(member, pipeline):
                case ShellPipeline { Parent: ShellAndOr list } part when !FailsList(part, list):
                case ShellAndOr { Parent: ShellList { Items: var items } } item when item != items[items.Count - 1]:
                    return false;
            }
        }

        return true;
    }

    /// <summary>What reads nothing of a command that is not there finds nothing, if it is there to find.</summary>
    private static bool FailsPipeline(ShellCommand member, ShellPipeline pipeline) =>
        member.PipelineIndex + 1 == pipeline.Commands.Count
            || pipeline.HasPipefail
            || (pipeline.Commands[pipeline.Commands.Count - 1] is SimpleCommand last
                && last.Is("grep")
                && !last.HasFlag("v", "invert-match", "L", "files-without-match"));

    private static bool FailsList(ShellPipeline part, ShellAndOr list)
    {
        if (part.FollowsOr) return false;
        for (var i = part.Index + 1; i < list.Pipelines.Count; i++)
            if (list.Pipelines[i].FollowsOr && !IsFailure(list.Pipelines[i])) return false;
        return true;
    }

    private static bool IsFailure(ShellPipeline pipeline) =>
        !pipeline.IsNegated
            && pipeline.Commands.Count == 1
            && pipeline.Commands[0] is SimpleCommand command
            && (command.Is("false")
                || (command.Is("exit")
                    && (command.Arguments.Count == 0 || command.Arguments[0] is { IsStatic: true, Value: not "0" })));

    /// <summary>True for a pipeline that is there to be wrong sometimes: <c>[ -n "$X" ]</c>.</summary>
    public static bool IsTest(this ShellPipeline pipeline)
    {
        if (pipeline is null) return false;
        if (pipeline.IsNegated) return true;
        foreach (var command in pipeline.Commands)
            if (command is SimpleCommand simple && simple.Is("[", "[[", "test", "grep", "command")) return true;
        return false;
    }

    private static bool IsSure(ShellPipeline pipeline, ShellAndOr list)
    {
        for (var i = 0; i < pipeline.Index; i++)
            if (list.Pipelines[i].IsTest()) return false;
        return !pipeline.FollowsOr;
    }
}
