using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Finds <c>npm</c>, <c>node</c> and their like that a Dockerfile runs itself in a stage of an image of .NET, none of
/// which has Node.js.
/// </summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="images">What the stages are made of.</param>
internal sealed class MissingNodeReader(string path, BuildEvaluation evaluation, StageImages images)
{
    private static readonly string[] Programs = ["corepack", "node", "npm", "npx", "pnpm", "yarn"];

    /// <summary>The first of each stage, in the order of the file.</summary>
    public IReadOnlyList<MissingProgram> Read()
    {
        var found = new List<MissingProgram>();
        foreach (var stage in evaluation.Stages)
        {
            if (stage.IsReplaced) continue;
            foreach (var instruction in stage.Stage.Instructions)
            {
                if (instruction is not RunInstruction run || !MentionsProgram(run.ToString())) continue;
                if (Look(run, stage) is { } missing) found.Add(missing);
                // What comes after this one may live of it.
                break;
            }
        }

        return found;
    }

    /// <summary>False for nearly all, which then cost nothing.</summary>
    private static bool MentionsProgram(string text)
    {
        foreach (var program in Programs)
            if (text.IndexOf(program, StringComparison.Ordinal) >= 0) return true;
        return false;
    }

    private MissingProgram? Look(RunInstruction run, StageEvaluation stage)
    {
        if (stage.ScriptOf(run) is not { } script) return null;
        // By its whole name: what has a path is somebody's.
        var command = script.Commands.FirstOrDefault(static command =>
            command.Name is { } name && Array.IndexOf(Programs, name) >= 0);
        if (command is null || !command.IsSure() || images.Of(stage) is not { } image) return null;
        if (!images.AreKnown(stage) || !ScriptEffects.RunsOnlyKnownBefore(command, script)) return null;
        var isBrought = run.Mounts.Any(static mount => mount.From is { Length: > 0 })
            || script.Commands.TakeWhile(other => other != command)
                .Any(static other => ProgramReader.MentionsNode(other.Text))
            || command.Assignments.Any(static assignment => assignment.Name == "PATH")
            || StageAdditions.MayBringBefore(run, stage, static (other, _) =>
                ProgramReader.MentionsNode(other.ToString()));
        return isBrought ? null : Missing(command, image);
    }

    private MissingProgram Missing(SimpleCommand command, CatalogImage image) => new()
    {
        Program = command.Name!,
        Image = $"{image.Repository}:{image.Tag}",
        IsTool = false,
        Command = $"RUN at line {command.Span.Line}",
        Origin = new FileOrigin(path, command.Span),
    };
}
