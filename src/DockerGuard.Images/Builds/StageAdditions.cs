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
    /// <param name="words">Parts of the names of whatever brings it.</param>
    public static bool MayBring(StageBuild build, string[] words)
    {
        for (var stage = build.Stage; stage is not null; stage = stage.BaseStage)
        {
            if (stage.IsReplaced || stage.UnresolvedVariable is not null) return true;
            // A folder of its own may be on the path.
            if (stage.OwnEnvironment.Any(static setting => setting.Value.Key == "PATH")) return true;
            foreach (var instruction in stage.Stage.Instructions)
            {
                if (MayBring(instruction, stage, words)) return true;
                if (instruction == build.Instruction) break;
            }
        }

        return false;
    }

    private static bool MayBring(Instruction instruction, StageEvaluation stage, string[] words) => instruction switch
    {
        AddInstruction => true,
        CopyInstruction copy => copy.From is not null && GoesToSystem(copy, stage),
        RunInstruction run => Mentions(run, words)
            || run.Mounts.Any(static mount => mount.From is { Length: > 0 })
            || !ScriptEffects.RunsOnlyKnown(run, stage),
        _ => false,
    };

    private static bool GoesToSystem(CopyInstruction copy, StageEvaluation stage) =>
        CopiedPath.MayGoAnywhere(copy, stage)
            || CopiedPath.Of(copy, stage).Any(static copied => ScriptEffects.IsOfSystem(copied.Destination));

    private static bool Mentions(RunInstruction run, string[] words)
    {
        var text = run.ToString();
        return words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
