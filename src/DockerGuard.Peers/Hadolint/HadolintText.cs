using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Peers.Hadolint;

/// <summary>What hadolint makes of the text of a file, which it never evaluates.</summary>
internal static class HadolintText
{
    /// <summary>
    /// The images a file names in <c>FROM</c>, <c>COPY --from</c> and <c>RUN --mount=from</c>: not scratch, and no
    /// stage named above.
    /// </summary>
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
                    {
                        if (mount is { Type: "bind" or "cache", From: { Length: > 0 } from } && !names.Contains(from))
                            yield return new(from, mount.Flag.ValueSpan, IsBase: false);
                    }

                    break;
            }
        }
    }

    /// <summary>
    /// The stages that neither have something nor inherit it; one that a stage which has it continues is excused.
    /// </summary>
    public static IEnumerable<Stage> StagesWithout(Dockerfile file, Func<Stage, bool> has)
    {
        var isGood = new bool[file.Stages.Count];
        foreach (var stage in file.Stages)
            isGood[stage.Index] = has(stage) || (stage.BaseStage is { } below && isGood[below.Index]);
        var isExcused = (bool[])isGood.Clone();
        for (var index = isExcused.Length - 1; index >= 0; index--)
            if (isExcused[index] && file.Stages[index].BaseStage is { } below) isExcused[below.Index] = true;

        return file.Stages.Where(stage => !isExcused[stage.Index]);
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
