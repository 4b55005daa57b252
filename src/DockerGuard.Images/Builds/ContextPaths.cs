using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>Where in the build context a path of a stage comes from, as far as COPY and mounts say so plainly.</summary>
internal static class ContextPaths
{
    private const int MostStages = 32;

    private static readonly char[] Globs = ['*', '?', '['];

    /// <summary>
    /// Every path of the context, relative with slashes and <c>.</c> for its root, that may be the origin of a path of
    /// a stage; none when nothing plain brings it.
    /// </summary>
    /// <param name="path">The path, absolute.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="before">What happens from this instruction on does not count; null for the whole stage.</param>
    public static IEnumerable<string> Of(string path, StageEvaluation stage, Instruction? before) =>
        Of(path, stage, before, MostStages).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Of(string path, StageEvaluation stage, Instruction? before, int depth)
    {
        if (depth == 0) yield break;
        foreach (var found in OfMounts(path, stage, before as RunInstruction, depth)) yield return found;
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction == before) break;
            if (instruction is not TransferInstruction transfer) continue;
            foreach (var copied in CopiedPath.Of(transfer, stage))
            {
                if (copied.OriginOf(path) is not { } origin) continue;
                foreach (var found in Further(origin, copied, stage, depth)) yield return found;
            }
        }

        if (stage.BaseStage is not { } below) yield break;
        foreach (var found in Of(path, below, null, depth - 1)) yield return found;
    }

    private static IEnumerable<string> Further(string origin, CopiedPath copied, StageEvaluation stage, int depth)
    {
        if (!copied.IsFromElsewhere) return origin.IndexOfAny(Globs) < 0 ? [PathNames.Clean(origin.TrimStart('/'))] : [];
        var source = stage.Sources.FirstOrDefault(source => source.Instruction == copied.Instruction)?.Stage;
        return source is null ? [] : Of(PathNames.Clean("/" + origin), source, null, depth - 1);
    }

    private static IEnumerable<string> OfMounts(string path, StageEvaluation stage, RunInstruction? run, int depth)
    {
        if (run is null) yield break;
        foreach (var mount in run.Mounts)
        {
            if (mount.Type != "bind" || mount.Target is not { } target) continue;
            var folder = ContainerPath.Join(stage.StateBefore(run).WorkingDirectory, stage.Expand(target, run));
            if (folder is null || ContainerPath.Below(folder, path) is not { } rest) continue;
            var origin = PathNames.Clean((mount.Source is { } source ? stage.Expand(source, run) : ".") + "/" + rest);
            if (mount.From is not { Length: > 0 } from)
            {
                yield return PathNames.Clean(origin.TrimStart('/'));
                continue;
            }

            var other = stage.Sources.FirstOrDefault(used => used.Instruction == run && used.Name == from)?.Stage;
            if (other is null) continue;
            foreach (var found in Of(PathNames.Clean("/" + origin), other, null, depth - 1)) yield return found;
        }
    }
}
