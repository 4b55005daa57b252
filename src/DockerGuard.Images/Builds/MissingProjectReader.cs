using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

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
        var copied = new List<MissingProject>();
        var others = new List<string>();
        var reached = Reached();
        foreach (var stage in reached)
        {
            foreach (var instruction in stage.Stage.Instructions)
            {
                if (instruction is not TransferInstruction { IsOnBuild: false } transfer) continue;
                foreach (var word in SourcesOf(transfer, stage))
                {
                    var source = PathNames.Clean(Expand(word, transfer, stage).TrimStart('/'));
                    if (ContextSearch.IsProject(source) && _search.IsMissing(source))
                    {
                        copied.Add(new MissingProject(
                            source, ProjectProblem.Copied, transfer.Keyword, new FileOrigin(path, word.Span)));
                    }
                    else if (source != ".")
                    {
                        others.Add(source);
                    }
                }
            }
        }

        bool? isContext = null;
        var found = copied.Count > 0 && IsContext() ? copied : [];
        var reader = new BuiltTargetReader(path, evaluation, context, _search, IsContext, builds, images);
        foreach (var stage in reached) found.AddRange(reader.Read(stage));
        return found;

        bool IsContext() => isContext ??= others.Exists(_search.Has);
    }

    /// <summary>The stages that the image is made of: no others are built.</summary>
    private List<StageEvaluation> Reached()
    {
        var reached = new List<StageEvaluation>();
        if (evaluation.Final is not { } final) return reached;
        var seen = new HashSet<StageEvaluation> { final };
        var waiting = new Queue<StageEvaluation>(seen);
        while (waiting.Count > 0)
        {
            var stage = waiting.Dequeue();
            if (stage.IsReplaced) continue;
            reached.Add(stage);
            foreach (var next in stage.Sources.Select(static source => source.Stage).Append(stage.BaseStage))
                if (next is not null && seen.Add(next)) waiting.Enqueue(next);
        }

        return reached;
    }

    private static IEnumerable<Word> SourcesOf(TransferInstruction transfer, StageEvaluation stage)
    {
        if (transfer.FindFlag("from") is not null || CopiedPath.MayGoAnywhere(transfer, stage)) return [];
        return transfer.Sources.Where(word =>
            Expand(word, transfer, stage) is { Length: > 0 } source
                && source.IndexOfAny(ContainerPath.Globs) < 0
                && source.IndexOf(':') < 0
                && source.IndexOf('\\') < 0
                && !source.StartsWith("<<", StringComparison.Ordinal));
    }

    private static string Expand(Word word, TransferInstruction transfer, StageEvaluation stage) =>
        stage.Expand(transfer.IsJson ? word.Value : word.Text, transfer);
}
