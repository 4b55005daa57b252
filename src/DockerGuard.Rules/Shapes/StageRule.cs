using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Shapes;

/// <summary>A rule that looks at one build stage with what its base leaves to it.</summary>
public abstract class StageRule : Rule
{
    /// <summary>Reports what is wrong with one stage.</summary>
    public abstract void Check(StageEvaluation stage, FileContext context);
}
