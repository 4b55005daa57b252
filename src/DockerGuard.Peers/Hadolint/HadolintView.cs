using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Peers.Hadolint;

/// <summary>What hadolint sees of a file, for its parity profile. Source: hadolint 2.15.1.</summary>
internal sealed class HadolintView : FileView
{
    /// <summary>
    /// Commands that stand in the script itself or in substitutions: not those behind <c>sudo</c>, <c>env</c> or in
    /// <c>sh -c "…"</c>, and only those named by their bare name.
    /// </summary>
    public override IEnumerable<SimpleCommand> Commands(ShellScript script) =>
        script.Commands.Where(command => IsSeen(command) && (command.Name is not { } name || name.IndexOf('/') < 0));

    /// <summary>Pipelines that stand where its <see cref="Commands"/> do.</summary>
    public override IEnumerable<ShellPipeline> Pipelines(ShellScript script) => script.Pipelines.Where(IsSeen);

    /// <summary>The last stage, and each whose name a later <c>FROM</c> takes.</summary>
    public override ISet<Stage> ShippedStages(BuildEvaluation build)
    {
        var file = build.File;
        var shipped = new HashSet<Stage>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in file.Stages.Reverse())
        {
            var isTaken = stage.From.StageName is { } name && taken.Contains(name.Value);
            if (isTaken || stage.Index == file.Stages.Count - 1) shipped.Add(stage);
            if (stage.From.Image is { } image) taken.Add(image.Value);
        }

        return shipped;
    }

    private static bool IsSeen(ShellNode node)
    {
        for (var child = node; child.Parent is { } parent; child = parent)
        {
            // A command above is either one whose argument holds a substitution, or one that starts this one.
            if (parent is SimpleCommand && child is not ShellSubstitution) return false;
        }

        return true;
    }
}
