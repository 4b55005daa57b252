using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>The projects that the image of a Dockerfile is made of.</summary>
public static class BuiltProjects
{
    /// <summary>
    /// Where in the build context they are, relative with slashes: the files of projects, or the folders that a command
    /// builds, with <c>.</c> for the context itself. Those that the image ships, where that can be seen; in the order
    /// of the file.
    /// </summary>
    /// <param name="evaluation">The file, evaluated.</param>
    public static IReadOnlyList<string> In(BuildEvaluation evaluation)
    {
        if (evaluation is null) throw new ArgumentNullException(nameof(evaluation));
        var builds = new ShippedBuilds(evaluation).Find(static _ => ProjectRelation.Ours) ?? [];
        var publishes = builds.Where(static build => build.Command.IsPublish).ToList();
        return (publishes.Count > 0 ? publishes : builds)
            .SelectMany(PathsOf)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>File names of the assemblies that the image starts: <c>Web.dll</c>.</summary>
    /// <param name="evaluation">The file, evaluated.</param>
    public static IReadOnlyList<string> StartedIn(BuildEvaluation evaluation)
    {
        if (evaluation is null) throw new ArgumentNullException(nameof(evaluation));
        return new[] { evaluation.Final?.Entrypoint?.Instruction, evaluation.Final?.Cmd?.Instruction }
            .OfType<CommandInstruction>()
            .Select(evaluation.ScriptOf)
            .OfType<ShellScript>()
            .SelectMany(static script => script.Commands)
            .SelectMany(static command => command.Words)
            .Where(static word => word.IsStatic && word.Value.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(static word => ContainerPath.Name(word.Value.Replace('\\', '/')))
            .ToList();
    }

    private static IEnumerable<string> PathsOf(StageBuild build) =>
        build.Target is { } target && CommandWord.IsKnown(target) && !build.Command.IsBundle
            ? ContextPaths.Of(target, build.Stage, build.Instruction)
            : [];
}
