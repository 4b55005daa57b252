using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;

namespace DockerGuard.Images.Builds;

/// <summary>Finds commands of the SDK in stages that have nothing but a runtime.</summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="catalog">What is known of .NET images.</param>
/// <param name="mirrors">Where images may have been copied to.</param>
internal sealed class MissingSdkReader(
    string path, BuildEvaluation evaluation, ImageCatalog catalog, RegistryMirrors mirrors)
{
    /// <summary>Commands that the runtime's own <c>dotnet</c> does not know.</summary>
    private static readonly string[] OfSdk =
    [
        "add", "build", "build-server", "clean", "dev-certs", "ef", "format", "list", "msbuild", "new", "nuget", "pack",
        "package", "publish", "reference", "remove", "restore", "run", "sln", "solution", "store", "test", "tool",
        "user-secrets", "vstest", "watch", "workload",
    ];

    /// <summary>
    /// The first of all stages on one image, in the order of the file: who mends it, mends the others.
    /// </summary>
    public IReadOnlyList<MissingSdk> Read()
    {
        var found = new List<MissingSdk>();
        var known = new HashSet<FromInstruction>();
        foreach (var stage in evaluation.Stages)
        {
            if (stage.IsReplaced || known.Contains(stage.ExternalFrom)) continue;
            if (!MentionsDotNet(stage) || RuntimeOf(stage) is not { } runtime) continue;
            var build = StageBuild.In(stage).Find(static build => Array.IndexOf(OfSdk, build.Command.Verb) >= 0);
            // A chain of stages is read once, however long it is.
            if (build is null || !known.Add(stage.ExternalFrom) || AddedSoftwareReader.Read(stage).MayHaveSdk) continue;
            found.Add(Missing(build.Say(), stage, runtime, build.Command.Span));
        }

        if (evaluation.Final is { IsReplaced: false } final
            && !known.Contains(final.ExternalFrom)
            && Started(final) is { } start
            && RuntimeOf(final) is { } image
            && !AddedSoftwareReader.Read(final).MayHaveSdk)
        {
            found.Add(Missing($"'dotnet {start.Word}' at line {start.Span.Line}", final, image, start.Span));
        }

        return found;
    }

    private MissingSdk Missing(string command, StageEvaluation stage, CatalogImage runtime, SourceSpan span) => new(
        command,
        evaluation[stage.ExternalFrom.Stage!].ImageName,
        $"dotnet/sdk:{runtime.DotNetVersion}",
        new FileOrigin(path, span));

    /// <summary>The command of the SDK that an image starts; null for nearly all, which then cost nothing.</summary>
    private static StartedFile? Started(StageEvaluation final)
    {
        if (!MayStartSdk(final.Entrypoint?.Value) && !MayStartSdk(final.Cmd?.Value)) return null;
        return StartedFile.Of(final) is { IsAssembly: true } started && Array.IndexOf(OfSdk, started.Word) >= 0
            ? started
            : null;
    }

    /// <summary>True for a word that is such a command, and for text of a shell with one.</summary>
    private static bool MayStartSdk(IReadOnlyList<string>? words)
    {
        if (words is null) return false;
        foreach (var word in words)
        {
            var isOne = Array.IndexOf(OfSdk, word) >= 0 || word.IndexOf("dotnet ", StringComparison.Ordinal) >= 0;
            if (isOne) return true;
        }

        return false;
    }

    /// <summary>False for nearly all stages, which then cost nothing.</summary>
    private static bool MentionsDotNet(StageEvaluation stage)
    {
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction is RunInstruction run
                && (run.Heredocs.Count > 0 || run.CommandText?.IndexOf("dotnet", StringComparison.Ordinal) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private CatalogImage? RuntimeOf(StageEvaluation stage) =>
        stage.ExternalFrom is { Image: not null, Stage: { } root }
            && ImageReference.TryParse(evaluation[root].ImageName, out var image)
            && catalog.Find(image, mirrors) is
            { Kind: DotNetImageKind.AspNet or DotNetImageKind.Runtime or DotNetImageKind.RuntimeDeps } runtime
            ? runtime
            : null;
}
