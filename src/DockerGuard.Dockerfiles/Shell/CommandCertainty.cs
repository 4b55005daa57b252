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
