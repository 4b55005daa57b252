using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>
/// What may lie at a path of a stage. Only what is sure is answered: where anything may bring a path that nobody can
/// follow, there is no answer.
/// </summary>
/// <param name="builds">The commands of the stages.</param>
/// <param name="outputs">
/// Where they write to; null where a project is looked for, which they do not make, nor has any image of .NET one.
/// </param>
/// <param name="hasKnownFiles">
/// Tells of a stage that continues an external image whether the files of that image are those of its family.
/// </param>
/// <param name="mayHave">Tells of a path from the context's root whether a build may see it there.</param>
internal sealed class StagePaths(
    ShippedBuilds builds,
    BuildOutputs? outputs,
    Func<StageEvaluation, bool> hasKnownFiles,
    Func<string, bool> mayHave)
{
    /// <summary>Instructions that are looked at for one path; nobody writes more.</summary>
    private const int MostSteps = 2_000;

    private int _steps;

    /// <summary>
    /// Everything that may bring a path, an absolute one; empty when nothing does, and null when that is not known.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="before">What happens from this instruction on does not count; null for the whole stage.</param>
    /// <param name="isFolder">True when something below the path is as good as the path itself.</param>
    public IReadOnlyList<PathSource>? Find(string path, StageEvaluation stage, Instruction? before, bool isFolder)
    {
        _steps = 0;
        var found = new List<PathSource>();
        return Search(new PathQuery(path, isFolder), stage, before, found) ? found.Distinct().ToList() : null;
    }

    /// <summary>False when it is not known.</summary>
    private bool Search(PathQuery query, StageEvaluation stage, Instruction? before, List<PathSource> found)
    {
        var first = found.Count;
        if (!SearchStages(query, stage, before, found)) return false;
        // What a command writes takes the place of what was there.
        if (found.Skip(first).Any(source => source.Build?.Stage == stage))
            found.RemoveAll(source => source.Build is null && found.IndexOf(source) >= first);
        return true;
    }

    private bool SearchStages(PathQuery query, StageEvaluation stage, Instruction? before, List<PathSource> found)
    {
        if (before is RunInstruction own && !SearchMounts(query, own, stage, found)) return false;
        for (var at = stage; ; at = at.BaseStage, before = null)
        {
            if (at.IsReplaced || at.UnresolvedVariable is not null) return false;
            foreach (var instruction in at.Stage.Instructions)
            {
                if (instruction == before) break;
                if (_steps++ > MostSteps || !Search(query, instruction, at, at != stage, found)) return false;
            }

            if (at.BaseStage is null)
            {
                return at.IsScratch
                    || ((outputs is null || !ScriptEffects.IsOfImage(query.Path)) && hasKnownFiles(at));
            }
        }
    }

    private bool Search(
        PathQuery query, Instruction instruction, StageEvaluation stage, bool isBelow, List<PathSource> found) =>
        instruction switch
        {
            TransferInstruction transfer => Search(query, transfer, stage, found),
            RunInstruction run when MovedProjects.Read(run, stage)?.OriginOf(query.Path) is { } moved =>
                !query.IsFolder && Search(query with { Path = moved }, stage, run, found),
            RunInstruction run => !HasMountAt(query, run, stage)
                && ScriptEffects.LeavesAlone(query, run, stage)
                && SearchBuilds(query, run, stage, found),
            OnBuildInstruction => !isBelow,
            _ => true,
        };

    private bool Search(PathQuery query, TransferInstruction transfer, StageEvaluation stage, List<PathSource> found)
    {
        if (CopiedPath.MayGoAnywhere(transfer, stage)) return false;
        foreach (var copied in CopiedPath.Of(transfer, stage))
        {
            if (!copied.TryFindOrigins(query, out var origins)) return false;
            foreach (var origin in origins)
                if (!Follow(query, copied, origin, stage, found)) return false;
        }

        return !CopiedPath.MayBringOther(query, transfer, stage);
    }

    private bool Follow(
        PathQuery query, CopiedPath copied, string origin, StageEvaluation stage, List<PathSource> found)
    {
        if (!copied.IsFromElsewhere)
        {
            AddContext(origin, found);
            return true;
        }

        var source = stage.Sources.FirstOrDefault(source => source.Instruction == copied.Instruction);
        return source?.Stage is { } from
            && Search(query with { Path = PathNames.Clean("/" + origin) }, from, null, found);
    }

    /// <summary>What a mount brings while its command runs.</summary>
    private void AddContext(string origin, List<PathSource> found)
    {
        // The root of the context is the root of all paths in it.
        var path = PathNames.Clean("/" + origin).Substring(1);
        if (path.Length == 0) path = ".";
        if (mayHave(path)) found.Add(new PathSource(path));
    }

    private bool SearchMounts(PathQuery query, RunInstruction run, StageEvaluation stage, List<PathSource> found)
    {
        foreach (var mount in run.Mounts)
        {
            if (mount.Type is "secret" or "ssh") continue;
            if (FolderOf(mount.Target, run, stage) is not { } folder) return false;
            if (ContainerPath.Below(folder, query.Path) is not { } rest) continue;
            if (mount.Type != "bind" || mount.From is { Length: > 0 }) return false;
            var source = mount.Source is { } written ? stage.Expand(written, run) : ".";
            AddContext(source + "/" + rest, found);
        }

        return true;
    }

    /// <summary>True when what a command writes to a path may not stay there.</summary>
    private static bool HasMountAt(PathQuery query, RunInstruction run, StageEvaluation stage) =>
        run.Mounts.Any(mount => mount.Type is not ("secret" or "ssh")
            && (FolderOf(mount.Target, run, stage) is not { } folder
                || ContainerPath.Below(folder, query.Path) is not null));

    private static string? FolderOf(string? target, RunInstruction run, StageEvaluation stage) =>
        target is null ? null : ContainerPath.Join(StageFolder.Before(run, stage), stage.Expand(target, run));

    private bool SearchBuilds(PathQuery query, RunInstruction run, StageEvaluation stage, List<PathSource> found)
    {
        foreach (var build in builds.In(stage))
        {
            if (build.Instruction != run) continue;
            if (outputs is null)
            {
                if (!build.Command.MakesNoProject) return false;
                continue;
            }

            if (!outputs.TryFind(query, build, out var written)) return false;
            if (written is not null) found.Add(written);
        }

        return true;
    }
}
