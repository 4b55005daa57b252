using System.Collections.Generic;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules.Engine;

/// <summary>
/// The eyes a rule set sees a Dockerfile with. Ours see everything; a peer's may see less, and its rules are judged by
/// that.
/// </summary>
public class FileView
{
    /// <summary>Everything there is.</summary>
    public static FileView Whole { get; } = new();

    /// <summary>The commands of a script, in every nesting.</summary>
    public virtual IEnumerable<SimpleCommand> Commands(ShellScript script) => script.Commands;

    /// <summary>The pipelines of a script, in every nesting.</summary>
    public virtual IEnumerable<ShellPipeline> Pipelines(ShellScript script) => script.Pipelines;

    /// <summary>The stages whose layers are in the image that ships: the final one and those it continues.</summary>
    public virtual ISet<Stage> ShippedStages(BuildEvaluation build)
    {
        var stages = new HashSet<Stage>();
        for (var shipped = build.Final; shipped is not null; shipped = shipped.BaseStage) stages.Add(shipped.Stage);
        return stages;
    }

    /// <summary>True when rules over instructions also look at the one that an ONBUILD holds.</summary>
    public virtual bool LooksIntoOnBuild => true;
}
