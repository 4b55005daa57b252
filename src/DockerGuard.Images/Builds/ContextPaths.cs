using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Where in the build context a path of a stage comes from, as far as COPY and mounts say so plainly.
/// </summary>
internal sealed class ContextPaths
{
    /// <summary>Copies that are looked at for one path; nobody writes more.</summary>
    private const int MostSteps = 500;

    private readonly bool _isForFiles;
    private readonly bool _followsPatterns;
    private int _steps;

    private ContextPaths(bool isForFiles, bool followsPatterns = false)
    {
        _isForFiles = isForFiles;
        _followsPatterns = followsPatterns;
    }

    /// <summary>
    /// Every path of the context, relative with slashes and <c>.</c> for its root, that may be the origin of a path of
    /// a stage; none when nothing plain brings it.
    /// </summary>
    /// <param name="path">The path, absolute.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="before">What happens from this instruction on does not count; null for the whole stage.</param>
    public static IEnumerable<string> Of(string path, StageEvaluation stage, Instruction? before) =>
        new ContextPaths(isForFiles: false).Find(path, stage, before).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The same, and of a copy by a pattern the pattern with the file's own name: <c>src/*/Web.csproj</c>.
    /// </summary>
    public static IEnumerable<string> WithPatternsOf(string path, StageEvaluation stage, Instruction? before) =>
        new ContextPaths(isForFiles: false, followsPatterns: true).Find(path, stage, before)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Every folder of the context that the files in a folder of a stage may come from, as above.</summary>
    /// <param name="folder">The folder of the stage, absolute.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="before">What happens from this instruction on does not count.</param>
    public static IEnumerable<string> FoldersOf(string folder, StageEvaluation stage, Instruction before) =>
        new ContextPaths(isForFiles: true).Find(folder, stage, before).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Find(string path, StageEvaluation stage, Instruction? before)
    {
        foreach (var found in OfMounts(path, stage, before as RunInstruction)) yield return found;
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction == before || _steps++ > MostSteps) break;
            if (_followsPatterns && instruction is RunInstruction run
                && MovedProjects.Read(run, stage)?.OriginOf(path) is { } moved)
            {
                foreach (var found in Find(moved, stage, run)) yield return found;
            }

            if (instruction is not TransferInstruction transfer) continue;
            foreach (var copied in CopiedPath.Of(transfer, stage))
            {
                var origin = copied.OriginOf(path) ?? (_isForFiles ? copied.FolderOf(path) : null);
                if (origin is null && _followsPatterns
                    && copied.TryFindOrigins(new PathQuery(path, false), out var origins) && origins.Count == 1)
                {
                    origin = origins[0];
                }

                if (origin is null) continue;
                foreach (var found in Further(origin, copied, stage)) yield return found;
            }
        }

        // Each chain is as deep as the file is long, so it is not followed for ever.
        if (stage.BaseStage is not { } below || _steps++ > MostSteps) yield break;
        foreach (var found in Find(path, below, null)) yield return found;
    }

    private IEnumerable<string> Further(string origin, CopiedPath copied, StageEvaluation stage)
    {
        if (!copied.IsFromElsewhere)
        {
            return _followsPatterns || origin.IndexOfAny(ContainerPath.Globs) < 0
                ? [PathNames.Clean(origin.TrimStart('/'))]
                : [];
        }

        var source = stage.Sources.FirstOrDefault(source => source.Instruction == copied.Instruction)?.Stage;
        return source is null ? [] : Find(PathNames.Clean("/" + origin), source, null);
    }

    private IEnumerable<string> OfMounts(string path, StageEvaluation stage, RunInstruction? run)
    {
        if (run is null) yield break;
        foreach (var mount in run.Mounts)
        {
            if (mount.Type != "bind" || mount.Target is not { } target) continue;
            var folder = ContainerPath.Join(StageFolder.Before(run, stage), stage.Expand(target, run));
            if (folder is null || ContainerPath.Below(folder, path) is not { } rest) continue;
            var origin = PathNames.Clean((mount.Source is { } source ? stage.Expand(source, run) : ".") + "/" + rest);
            if (mount.From is not { Length: > 0 } from)
            {
                yield return PathNames.Clean(origin.TrimStart('/'));
                continue;
            }

            var other = stage.Sources.FirstOrDefault(used => used.Instruction == run && used.Name == from)?.Stage;
            if (other is null) continue;
            foreach (var found in Find(PathNames.Clean("/" + origin), other, null)) yield return found;
        }
    }
}
