using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>Finds paths that are copied from a stage which publishes an app, and that nothing has put there.</summary>
/// <param name="file">Absolute path of the Dockerfile.</param>
/// <param name="paths">What lies where.</param>
/// <param name="outputs">Where commands write to.</param>
internal sealed class CopyReader(string file, StagePaths paths, BuildOutputs outputs)
{
    /// <summary>Looks at the copies of a stage and of those it continues.</summary>
    /// <param name="final">The stage.</param>
    /// <param name="builds">The commands that make the app.</param>
    public IReadOnlyList<MissingCopy> Read(StageEvaluation final, IReadOnlyList<StageBuild> builds)
    {
        var missing = new List<MissingCopy>();
        for (var stage = final; stage is { IsReplaced: false }; stage = stage.BaseStage)
        {
            foreach (var source in stage.Sources)
            {
                if (source.Stage is not { } from || source.Instruction is not TransferInstruction transfer) continue;
                var build = builds.LastOrDefault(build => IsIn(build.Stage, from) && build.Command.IsPublish);
                if (build is null || CopiedPath.MayGoAnywhere(transfer, stage)) continue;
                missing.AddRange(transfer.Sources.Select(word => Look(word, transfer, stage, source, build))
                    .OfType<MissingCopy>());
            }
        }

        return missing;
    }

    private MissingCopy? Look(
        Word word, TransferInstruction transfer, StageEvaluation stage, StageSource source, StageBuild build)
    {
        var written = stage.Expand(transfer.IsJson ? word.Value : word.Text, transfer);
        var path = PathNames.Clean("/" + written);
        if (written.IndexOf('\\') >= 0 || path.IndexOfAny(ContainerPath.Globs) >= 0) return null;
        return paths.Find(path, source.Stage!, null, isFolder: true) is { Count: 0 }
            ? new MissingCopy(
                path, source.Name, outputs.FolderOf(build), build.Say(), new FileOrigin(file, word.Span))
            : null;
    }

    private static bool IsIn(StageEvaluation stage, StageEvaluation from)
    {
        for (var at = from; at is not null; at = at.BaseStage)
            if (at == stage) return true;
        return false;
    }
}
