using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>One source that an instruction takes from the build context by its whole name.</summary>
/// <param name="Path">From the root of the context; <c>.</c> for all of it.</param>
/// <param name="Word">The word that names it.</param>
/// <param name="Instruction">COPY or ADD.</param>
internal sealed record ContextSource(string Path, Word Word, TransferInstruction Instruction)
{
    /// <summary>Those of the stages that are built, in the order of the file.</summary>
    public static List<ContextSource> Of(BuildEvaluation evaluation)
    {
        var sources = new List<ContextSource>();
        foreach (var stage in evaluation.Stages)
        {
            if (stage.IsReplaced || !evaluation.IsReachable(stage.Stage)) continue;
            foreach (var instruction in stage.Stage.Instructions)
            {
                if (instruction is TransferInstruction { IsOnBuild: false } transfer) Add(transfer, stage, sources);
            }
        }

        return sources;
    }

    private static void Add(TransferInstruction transfer, StageEvaluation stage, List<ContextSource> sources)
    {
        if (transfer.FindFlag("from") is not null || CopiedPath.MayGoAnywhere(transfer, stage)) return;
        foreach (var word in transfer.Sources)
        {
            var source = stage.Expand(transfer.IsJson ? word.Value : word.Text, transfer);
            var isPlain = source.Length > 0
                && source.IndexOfAny(ContainerPath.Globs) < 0
                && source.IndexOf(':') < 0
                && source.IndexOf('\\') < 0
                && !source.StartsWith("<<", StringComparison.Ordinal);
            if (isPlain) sources.Add(new ContextSource(PathNames.Clean(source.TrimStart('/')), word, transfer));
        }
    }
}
