using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>Finds paths that are copied from a stage which publishes an app, and that nothing has put there.</summary>
/// <param name="file">Absolute path of the Dockerfile.</param>
/// <param name="paths">What lies where.</param>
/// <param name="outputs">Where commands write to.</param>
/// <param name="published">Every command that publishes, whichever stage runs it.</param>
internal sealed class CopyReader(
    string file, StagePaths paths, BuildOutputs outputs, Func<IEnumerable<StageBuild>> published)
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
                if (FindWriter(from, builds) is not { } build || CopiedPath.MayGoAnywhere(transfer, stage)) continue;
                missing.AddRange(transfer.Sources.Select(word => Look(word, transfer, stage, source, build))
                    .OfType<MissingCopy>());
            }
        }

        return missing;
    }

    /// <summary>
    /// The command that publishes in a stage; where it only builds, the one of a stage that is made of it, else the
    /// build.
    /// </summary>
    private StageBuild? FindWriter(StageEvaluation from, IReadOnlyList<StageBuild> builds)
    {
        var own = builds.Where(build => IsIn(build.Stage, from)).ToList();
        return own.FindLast(static build => build.Command.IsPublish)
            ?? (own.Count == 0 ? null : published().LastOrDefault(build => IsIn(from, build.Stage)))
            ?? own.LastOrDefault();
    }

    private MissingCopy? Look(
        Word word, TransferInstruction transfer, StageEvaluation stage, StageSource source, StageBuild build)
    {
        var written = stage.Expand(transfer.IsJson ? word.Value : word.Text, transfer);
        var path = PathNames.Clean("/" + written);
        if (written.IndexOf('\\') >= 0 || path.IndexOfAny(ContainerPath.Globs) >= 0) return null;
        var isOther = !IsIn(build.Stage, source.Stage!);
        // What a build does that is no publish, only its targets know, and they write beside it.
        if ((isOther || !build.Command.IsPublish) && IsBeside(path, source.Stage!)) return null;
        return paths.Find(path, source.Stage!, null, isFolder: true) is { Count: 0 }
            ? new MissingCopy(
                path, source.Name, outputs.FolderOf(build), build.Say(), new FileOrigin(file, word.Span))
            {
                Elsewhere = isOther ? build.Stage.Stage.Name : null,
            }
            : null;
    }

    private static bool IsBeside(string path, StageEvaluation stage) =>
        StageFolder.Of(stage.EndState.WorkingDirectory, stage) is not { } folder
            || ContainerPath.Below(folder, path) is not null;

    private static bool IsIn(StageEvaluation stage, StageEvaluation from)
    {
        for (var at = from; at is not null; at = at.BaseStage)
            if (at == stage) return true;
        return false;
    }
}
