using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Images.Builds;

/// <summary>The project or solution that MSBuild takes of a folder, where a command names neither.</summary>
/// <param name="context">The build context.</param>
/// <param name="paths">What lies where.</param>
internal sealed class FolderTarget(ContextFolder context, StagePaths paths)
{
    private const string Filter = ".slnf", Plain = ".proj";

    /// <summary>Where a stage has it, absolute; null when MSBuild takes none, or that is not known.</summary>
    /// <param name="build">The command.</param>
    public string? Find(StageBuild build)
    {
        if (build.Target is not { } folder || !CommandWord.IsKnown(folder)) return null;
        return NamesIn(folder, build) is { } names && Choose(names) is { } chosen
            ? folder.TrimEnd('/') + "/" + chosen
            : null;
    }

    /// <summary>
    /// The projects and solutions of the context that a stage has in a folder; null where that is not known.
    /// </summary>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="build">The command that looks into it.</param>
    public IReadOnlyList<string>? NamesIn(string folder, StageBuild build)
    {
        var root = context.Path.Replace('\\', '/').TrimEnd('/');
        var candidates = ContextPaths.FoldersOf(folder, build.Stage, build.Instruction)
            .SelectMany(origin => context.Names(PathNames.Clean(root + "/" + origin)))
            .Where(static name => IsProject(name) || IsSolution(name) || IsFilter(name))
            .Distinct(StringComparer.Ordinal);
        var there = new List<string>();
        foreach (var name in candidates)
        {
            var path = folder.TrimEnd('/') + "/" + name;
            if (paths.Find(path, build.Stage, build.Instruction, isFolder: false) is not { } sources) return null;
            if (sources.Count > 0) there.Add(name);
        }

        return there;
    }

    /// <summary>
    /// MSBuild's own choice (<c>XMake.ProcessProjectSwitch</c>): the one there is; of a solution and a project of its
    /// name the solution; of two projects the one that ends in <c>.proj</c>; a filter where there is nothing else. Null
    /// where it chooses none.
    /// </summary>
    public static string? Choose(IReadOnlyList<string> names)
    {
        var projects = names.Where(IsProject).ToList();
        var solutions = names.Where(IsSolution).ToList();
        if (projects.Count + solutions.Count == 0) return OnlyOne(names);
        if (solutions.Count > 1 || projects.Count > 2) return null;
        if (projects.Count == 2)
        {
            var plain = projects.FindAll(static name => Path.GetExtension(name) == Plain);
            return OnlyOne(plain);
        }

        if (solutions.Count == 0) return projects[0];
        return projects.Count == 0 || Stem(projects[0]).Equals(Stem(solutions[0]), StringComparison.OrdinalIgnoreCase)
            ? solutions[0]
            : null;
    }

    private static string? OnlyOne(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : null;

    // It asks the file system of Linux, by which these are other names than in capitals.
    private static bool IsProject(string name) =>
        Path.GetExtension(name).EndsWith("proj", StringComparison.Ordinal);

    private static bool IsSolution(string name) => Path.GetExtension(name) is ".sln" or ".slnx";

    private static bool IsFilter(string name) => Path.GetExtension(name) == Filter;

    private static string Stem(string name) => Path.GetFileNameWithoutExtension(name);
}
