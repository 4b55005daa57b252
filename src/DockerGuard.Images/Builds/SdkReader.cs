using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Holds the <c>global.json</c> that a command finds in its stage against the SDK of the stage's image. It is looked
/// for in the folder the command is run in and in those above, wherever the project is.
/// </summary>
/// <param name="file">Absolute path of the Dockerfile.</param>
/// <param name="context">The build context.</param>
/// <param name="paths">What lies where.</param>
/// <param name="imageOf">The SDK image that a stage continues; null for every other.</param>
internal sealed class SdkReader(
    string file, ContextFolder context, StagePaths paths, Func<StageEvaluation, CatalogImage?> imageOf)
{
    private const string Name = "/global.json";

    /// <summary>What a script says that brings another SDK, or changes which is asked for.</summary>
    private static readonly string[] Changing =
        ["global.json", "globaljson", "*.json", "dotnet-install", "dotnet-sdk", "DOTNET_ROOT", "dot.net"];

    /// <summary>The first command that its SDK does not run; null when each does, or that is not known.</summary>
    public RefusedSdk? Read(IEnumerable<StageBuild> commands) =>
        commands.Where(static build => build.Command.IsBuild).Select(Look).OfType<RefusedSdk>().FirstOrDefault();

    private RefusedSdk? Look(StageBuild build)
    {
        if (imageOf(build.Stage) is not { } image || MayHaveAnother(build)) return null;
        if (Find(build) is not { } path || context.Read(PathIn(path)) is not { } text) return null;
        // It may name folders with other SDKs.
        if (text.IndexOf("\"paths\"", StringComparison.Ordinal) >= 0) return null;
        var pins = SdkPins.Parse(text);
        if (pins.Version is null || pins.MayAccept(image.FullVersion, image.DotNetVersion)) return null;
        return new RefusedSdk(
            path,
            pins.Version,
            pins.RollForward,
            image.FullVersion ?? image.DotNetVersion.ToString(2),
            $"{image.Repository}:{image.Tag}",
            build.Say(),
            new FileOrigin(file, build.Command.Span));
    }

    /// <summary>The nearest one, from the context's root; null when there is none or it is not known.</summary>
    private string? Find(StageBuild build)
    {
        if (build.Command.WorkingDirectory is not { } folder || !CommandWord.IsKnown(folder)) return null;
        for (folder = folder.TrimEnd('/'); ; folder = folder.Substring(0, folder.LastIndexOf('/')))
        {
            if (paths.Find(folder + Name, build.Stage, build.Instruction, isFolder: false) is not { } sources)
                return null;
            if (sources.Count > 0) return sources.Count == 1 && sources[0].Build is null ? sources[0].Path : null;
            if (folder.Length == 0) return null;
        }
    }

    private static bool MayHaveAnother(StageBuild build)
    {
        for (var stage = build.Stage; stage is not null; stage = stage.BaseStage)
        {
            foreach (var instruction in stage.Stage.Instructions)
            {
                var text = instruction.ToString();
                if (instruction is RunInstruction or EnvInstruction && Changing.Any(text.Contains)) return true;
                if (instruction is TransferInstruction transfer
                    && transfer.FindFlag("from") is not null
                    && text.Contains("dotnet"))
                {
                    return true;
                }

                if (instruction == build.Instruction) break;
            }
        }

        return false;
    }

    private string PathIn(string path) => context.Path.Replace('\\', '/').TrimEnd('/') + "/" + path;
}
