using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Finds projects and solutions that a Dockerfile copies or builds and that are not there. Nothing makes such files but
/// people, so whoever has the rest of the context has them too.
/// </summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="context">The build context.</param>
/// <param name="builds">The commands of the stages.</param>
/// <param name="images">What the stages are made of.</param>
internal sealed class MissingProjectReader(
    string path, BuildEvaluation evaluation, ContextFolder context, ShippedBuilds builds, StageImages images)
{
    private readonly ContextSearch _search = new(path, context);

    /// <summary>What is missing, in the order of the stages; nothing where the context may be another folder.</summary>
    public IReadOnlyList<MissingProject> Read()
    {
        var sources = ContextSource.Of(evaluation);
        var copied = sources.FindAll(source => ContextSearch.IsProject(source.Path) && _search.IsMissing(source.Path));
        bool? isContext = null;
        var found = new List<MissingProject>();
        if (copied.Count > 0 && IsContext()) found.AddRange(copied.Select(Missing));
        var reader = new BuiltTargetReader(path, evaluation, context, _search, IsContext, builds, images);
        foreach (var stage in evaluation.Stages)
        {
            // No others are built.
            if (!stage.IsReplaced && evaluation.IsReachable(stage.Stage)) found.AddRange(reader.Read(stage));
        }

        return found;

        bool IsContext() => isContext ??= _search.IsKnown
            || sources.Exists(source => source.Path != "." && !copied.Contains(source) && _search.Has(source.Path));
    }

    private MissingProject Missing(ContextSource source) => new(
        source.Path, ProjectProblem.Copied, source.Instruction.Keyword, new FileOrigin(path, source.Word.Span));
}
