using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>
/// Finds what a build set for its package manager before: an option written to a configuration file, or a file copied
/// there.
/// </summary>
internal static class EarlierSettings
{
    /// <summary>
    /// True when an option's name stands, in any case, in an instruction up to this one, of its stage or of one it
    /// continues. A file that is copied to a path with <paramref name="file"/> in it may set anything, so it counts as
    /// well.
    /// </summary>
    public static bool Hold(string option, string file, Instruction at, FileContext context)
    {
        if (at.Stage is not { } stage) return false;
        var first = context.FactOf(
            (context.Build, option, file),
            static question => FirstPlaces(question.Build, question.option, question.file));
        return first[stage.Index] <= at.Start;
    }

    /// <summary>For each stage the offset from which on it is set; the largest number where it never is.</summary>
    private static int[] FirstPlaces(BuildEvaluation build, string option, string file)
    {
        var text = build.File.Text;
        var places = new int[build.Stages.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var stage = build.Stages[i];
            var isInherited = stage.BaseStage is { } below && places[below.Stage.Index] != int.MaxValue;
            var own = stage.Stage.Instructions.FirstOrDefault(instruction => Find(text, option, instruction)
                || (instruction is TransferInstruction && Find(text, file, instruction)));
            places[i] = isInherited ? 0 : own?.Start ?? int.MaxValue;
        }

        return places;
    }

    private static bool Find(string text, string part, Instruction instruction) =>
        text.IndexOf(part, instruction.Start, instruction.Length, StringComparison.OrdinalIgnoreCase) >= 0;
}
