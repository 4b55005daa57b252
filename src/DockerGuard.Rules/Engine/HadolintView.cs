using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>What hadolint sees of a file, for its parity profile. Source: hadolint 2.15.1.</summary>
internal sealed class HadolintView : FileView
{
    public static readonly HadolintView Instance = new();

    /// <summary>Commands that stand in the script itself or in substitutions: not those behind <c>sudo</c>, <c>env</c> or in <c>sh -c "…"</c>, and only those named by their bare name.</summary>
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
            if (stage.Index == file.Stages.Count - 1 || (stage.From.StageName is { } name && taken.Contains(name.Value))) shipped.Add(stage);
            if (stage.From.Image is { } image) taken.Add(image.Value);
        }

        return shipped;
    }

    /// <summary>The images a file names in <c>FROM</c>, <c>COPY --from</c> and <c>RUN --mount=from</c>: not scratch, and no stage named above.</summary>
    public static IEnumerable<HadolintImage> Images(Dockerfile file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "scratch" };
        foreach (var instruction in file.Instructions)
        {
            switch (instruction)
            {
                case FromInstruction { Image: { } image } from:
                    if (!names.Contains(image.Value)) yield return new(image.Value, image.Span, IsBase: true);
                    if (from.StageName is { } name) names.Add(name.Value);
                    break;
                case CopyInstruction { From: { Value: { Length: > 0 } source } flag }:
                    if (!names.Contains(source)) yield return new(source, flag.ValueSpan, IsBase: false);
                    break;
                case RunInstruction run:
                    foreach (var mount in run.Mounts)
                        if (mount is { Type: "bind" or "cache", From: { Length: > 0 } from } && !names.Contains(from)) yield return new(from, mount.Flag.ValueSpan, IsBase: false);
                    break;
            }
        }
    }

    /// <summary>The stages that neither have something nor inherit it; one that a stage which has it continues is excused.</summary>
    public static IEnumerable<Stage> StagesWithout(Dockerfile file, Func<Stage, bool> has)
    {
        var isGood = new bool[file.Stages.Count];
        foreach (var stage in file.Stages) isGood[stage.Index] = has(stage) || (stage.BaseStage is { } below && isGood[below.Index]);
        var isExcused = (bool[])isGood.Clone();
        for (var index = isExcused.Length - 1; index >= 0; index--)
        {
            if (isExcused[index] && file.Stages[index].BaseStage is { } below) isExcused[below.Index] = true;
        }

        return file.Stages.Where(stage => !isExcused[stage.Index]);
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

/// <summary>An image as hadolint reads it: the name as written, variables and all.</summary>
/// <param name="Name">The name, without quotes.</param>
/// <param name="Span">Where it is written.</param>
/// <param name="IsBase">True for <c>FROM</c>.</param>
internal sealed record HadolintImage(string Name, SourceSpan Span, bool IsBase)
{
    public bool HasDigest => Name.IndexOf('@') >= 0;

    /// <summary>The tag; null when there is none.</summary>
    public string? Tag
    {
        get
        {
            var name = Name.Split('@')[0];
            var colon = name.LastIndexOf(':');
            return colon > name.LastIndexOf('/') ? name.Substring(colon + 1) : null;
        }
    }
}
