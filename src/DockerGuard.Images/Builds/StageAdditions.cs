using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>Whether a stage may have been given a program besides those of its image.</summary>
internal static class StageAdditions
{
    /// <summary>True unless nothing that a stage does until a command runs can bring one.</summary>
    /// <param name="build">The command.</param>
    /// <param name="brings">Tells whether a script of a stage says anything that may bring it.</param>
    /// <param name="byFeed">True when a feed that is copied to the system may bring it too.</param>
    public static bool MayBring(
        StageBuild build, Func<RunInstruction, StageEvaluation, bool> brings, bool byFeed = false) =>
        MayBringBefore(build.Instruction, build.Stage, brings, byFeed)
            || MayBring(build.Instruction, build.Stage, brings, byFeed);

    /// <summary>The same of what is done before an instruction.</summary>
    public static bool MayBringBefore(
        Instruction before,
        StageEvaluation own,
        Func<RunInstruction, StageEvaluation, bool> brings,
        bool byFeed = false)
    {
        for (var stage = own; stage is not null; stage = stage.BaseStage)
        {
            if (stage.IsReplaced || stage.UnresolvedVariable is not null) return true;
            // A folder of its own may be on the path.
            if (stage.OwnEnvironment.Any(static setting => setting.Value.Key == "PATH")) return true;
            foreach (var instruction in stage.Stage.Instructions)
            {
                if (instruction == before) break;
                if (MayBring(instruction, stage, brings, byFeed)) return true;
            }
        }

        return false;
    }

    private static bool MayBring(
        Instruction instruction,
        StageEvaluation stage,
        Func<RunInstruction, StageEvaluation, bool> brings,
        bool byFeed) => instruction switch
        {
            AddInstruction => true,
            CopyInstruction copy => (byFeed || copy.From is not null) && GoesToSystem(copy, stage),
            RunInstruction run => brings(run, stage)
                || run.Mounts.Any(static mount => mount.From is { Length: > 0 })
                || !ScriptEffects.RunsOnlyKnown(run, stage),
            _ => false,
        };

    private static bool GoesToSystem(CopyInstruction copy, StageEvaluation stage) =>
        CopiedPath.MayGoAnywhere(copy, stage)
            || CopiedPath.Of(copy, stage).Any(static copied => ScriptEffects.IsOfSystem(copied.Destination));

    /// <summary>True when a text has one of the words in it.</summary>
    public static bool Mentions(string text, string[] words) =>
        words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
