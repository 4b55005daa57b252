using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>Divides the instructions into stages.</summary>
internal static class StageBuilder
{
    public static (List<Stage> Stages, List<ArgInstruction> GlobalArgs) Build(
        SourceText source, IReadOnlyList<Instruction> instructions)
    {
        var stages = new List<Stage>();
        var globalArgs = new List<ArgInstruction>();
        var byName = new Dictionary<string, Stage>(StringComparer.Ordinal);
        for (var i = 0; i < instructions.Count;)
        {
            if (instructions[i] is not FromInstruction from)
            {
                if (instructions[i] is ArgInstruction arg) globalArgs.Add(arg);
                i++;
                continue;
            }

            var own = new List<Instruction>();
            for (i++; i < instructions.Count && instructions[i] is not FromInstruction; i++) own.Add(instructions[i]);
            Stage? baseStage = null;
            if (from.Image is { } image) byName.TryGetValue(image.Value, out baseStage);
            var stage = new Stage(source, stages.Count, NameOf(from), from, own, baseStage);
            stages.Add(stage);
            // The last stage of a name wins.
            if (stage.Name is { } name) byName[name] = stage;
            from.Stage = stage;
            for (var index = 0; index < own.Count; index++)
            {
                for (var instruction = own[index];
                    instruction is not null;
                    instruction = (instruction as OnBuildInstruction)?.Inner)
                {
                    instruction.Stage = stage;
                    instruction.IndexInStage = index;
                }
            }
        }

        return (stages, globalArgs);
    }

    private static string? NameOf(FromInstruction from) => from.StageName?.Text.ToLowerInvariant();
}
