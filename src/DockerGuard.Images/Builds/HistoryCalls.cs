using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>Commands by which targets ask git for history, and which fail the build where there is none.</summary>
/// <param name="project">Absolute path of the project.</param>
/// <param name="facts">What the build runs.</param>
/// <param name="configurationOf">The configuration a command builds; null where that is not known.</param>
internal sealed class HistoryCalls(string project, BuildFacts facts, Func<StageBuild, string?> configurationOf)
{
    /// <summary>What makes a shell go on, or whose answer is another program's.</summary>
    private static readonly char[] Tolerant = ['|', ';', '\n'];

    private readonly List<(ProgramCall Call, bool IsOwn)> _calls =
    [
        .. facts.Projects.SelectMany(other => other.Programs
            .Where(IsAsking)
            .Select(call => (call, other.Path.Replace('\\', '/') == project.Replace('\\', '/')))),
    ];

    /// <summary>Whether there is one.</summary>
    public bool Any => _calls.Count > 0;

    /// <summary>The one that runs for sure when a command builds; null for none.</summary>
    public HistoryNeed? Of(StageBuild build)
    {
        foreach (var (call, isOwn) in _calls)
        {
            var runs = call.Moment == ProgramMoment.Build
                ? build.Command.RunsBuild
                : isOwn && build.Command.IsPublish;
            if (runs && build.Command.IsAsEvaluated(call.DecidedBy.Split(';'), configurationOf(build)))
                return new HistoryNeed(call.Say(), call.Command);
        }

        return null;
    }

    private static bool IsAsking(ProgramCall call)
    {
        if (call.Program != GitHistory.Program || call.Moment == ProgramMoment.Unsure) return false;
        if (call.Command.IndexOfAny(Tolerant) >= 0) return false;
        var words = call.Command.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words[0] == GitHistory.Program && GitHistory.IsAsking(words[1]);
    }
}
