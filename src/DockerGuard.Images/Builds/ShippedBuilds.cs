using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>Follows the files of the image that ships back to the commands that made them.</summary>
internal sealed class ShippedBuilds(BuildEvaluation evaluation)
{
    /// <summary>
    /// Stages and commands that are looked at; nobody writes a file that takes more, and one that grows must not take
    /// its square.
    /// </summary>
    private const int MostSteps = 2_000;

    /// <summary>Commands that the image may come from.</summary>
    private const int MostBuilds = 100;

    private readonly Dictionary<StageEvaluation, List<StageBuild>> _builds = [];
    private readonly Dictionary<StageEvaluation, HashSet<string>> _visited = [];
    private int _steps;

    /// <summary>
    /// The commands whose output the final stage copies, by the folders they name; else those of the stages it copies
    /// from, and its own. Null for a file that is too long to be followed.
    /// </summary>
    /// <param name="relate">Tells whether a command is about the project.</param>
    public IReadOnlyList<StageBuild>? Find(Func<StageBuild, ProjectRelation> relate)
    {
        if (evaluation.Final is not { } final) return [];
        var exact = new List<StageBuild>();
        var others = new List<StageBuild>();
        foreach (var stage in Chain(final))
        {
            exact.AddRange(Makers(stage));
            foreach (var source in stage.Sources)
            {
                if (source.Stage is not { } from) continue;
                var paths = source.Instruction is TransferInstruction transfer
                    ? CopiedPath.Of(transfer, stage).Select(static copied => copied.Source).ToList()
                    : [];
                _visited.Clear();
                var found = paths.SelectMany(path => Writing(from, PathNames.Clean("/" + path))).ToList();
                exact.AddRange(found);
                if (found.Count == 0) others.AddRange(All(from, []));
            }
        }

        if (_steps > MostSteps || exact.Count + others.Count > MostBuilds) return null;
        if (exact.Count == 0 || !exact.Any(build => relate(build) == ProjectRelation.Ours)) exact.AddRange(others);
        return [.. exact.Distinct()];
    }

    /// <summary>The commands of a stage's own instructions.</summary>
    public IReadOnlyList<StageBuild> In(StageEvaluation stage)
    {
        if (!_builds.TryGetValue(stage, out var builds)) _builds.Add(stage, builds = StageBuild.In(stage));
        return builds;
    }

    private IEnumerable<StageEvaluation> Chain(StageEvaluation stage)
    {
        for (var at = stage; at is not null && !at.IsReplaced && _steps++ <= MostSteps; at = at.BaseStage)
            yield return at;
    }

    private IEnumerable<StageBuild> Makers(StageEvaluation stage) =>
        In(stage).Where(static build => build.Command.MakesApp);

    /// <summary>The commands that write into a path of a stage, or whose output is copied there.</summary>
    private List<StageBuild> Writing(StageEvaluation stage, string path)
    {
        var found = new List<StageBuild>();
        if (!_visited.TryGetValue(stage, out var visited)) _visited.Add(stage, visited = new(StringComparer.Ordinal));
        if (!visited.Add(path)) return found;
        foreach (var at in Chain(stage))
        {
            found.AddRange(Makers(at).Where(build => build.WritesTo(path)));
            foreach (var source in at.Sources)
            {
                if (_steps > MostSteps) return found;
                if (source.Stage is not { } from || source.Instruction is not TransferInstruction transfer) continue;
                foreach (var copied in CopiedPath.Of(transfer, at))
                {
                    if (copied.SourceFor(path) is { } origin)
                        found.AddRange(Writing(from, PathNames.Clean("/" + origin)));
                }
            }
        }

        return found;
    }

    /// <summary>The commands of a stage, and of the stages it is made of.</summary>
    private IEnumerable<StageBuild> All(StageEvaluation stage, HashSet<StageEvaluation> seen)
    {
        foreach (var at in Chain(stage))
        {
            if (!seen.Add(at)) yield break;
            foreach (var build in Makers(at)) yield return build;
            foreach (var source in at.Sources)
            {
                if (source.Stage is not { } from) continue;
                foreach (var build in All(from, seen)) yield return build;
            }
        }
    }
}
