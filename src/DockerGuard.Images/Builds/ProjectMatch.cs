using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>Whether a command is about our project.</summary>
internal enum ProjectRelation
{
    /// <summary>It builds another project.</summary>
    Other,

    /// <summary>It may: a solution, a folder that cannot be traced, a variable.</summary>
    Unsure,

    /// <summary>It names our project or its folder.</summary>
    Ours,
}

/// <summary>Tells by name and by place in the build context which project a command builds.</summary>
internal static class ProjectMatch
{
    private static readonly string[] OtherExtensions = [".proj", ".sln", ".slnf", ".slnx", ".cs", ".dcproj", ".esproj"];

    /// <summary>True for the path of a project, a solution or a program of one file.</summary>
    public static bool IsFile(string path) =>
        ProjectName.IsOne(path)
            || OtherExtensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The relation of a command to a project.</summary>
    public static ProjectRelation Of(StageBuild build, ProjectFacts project)
    {
        if (build.Command.IsBundle) return ProjectRelation.Other;
        var ours = project.ProjectPath.Replace('\\', '/');
        if (ours.Length == 0) return ProjectRelation.Unsure;
        var named = (build.Command.Project ?? "").Replace('\\', '/').TrimEnd('/');
        if (ProjectName.IsOne(named)) return OfProject(build, named, ours);
        if (named.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)) return ProjectRelation.Other;
        if (IsFile(named) || build.Target is not { } folder || !CommandWord.IsKnown(folder))
            return ProjectRelation.Unsure;
        return OfFolder(build, folder, ours);
    }

    /// <summary>
    /// True when a command builds a folder that nothing but single files are copied to, and our project is one of them.
    /// </summary>
    public static bool IsCopiedAlone(StageBuild build) =>
        build.Target is { } folder
            && !IsFile(folder)
            && !ContextPaths.Of(folder, build.Stage, build.Instruction).Any();

    /// <summary>
    /// Where a stage has our project for a command that builds it, or its folder, or a solution with it; null when that
    /// is not known, or it comes from elsewhere than our project's place in the build context.
    /// </summary>
    /// <param name="build">The command.</param>
    /// <param name="target">What it builds, absolute: a file, or a folder of which no more is known.</param>
    /// <param name="project">Our project.</param>
    /// <param name="context">The build context.</param>
    public static string? PlaceOf(StageBuild build, string? target, ProjectFacts project, ContextFolder context)
    {
        if (target is null || !CommandWord.IsKnown(target)) return null;
        var path = project.ProjectPath.Replace('\\', '/');
        var root = context.Path.Replace('\\', '/').TrimEnd('/');
        var place = ProjectName.IsOne(target) ? target
            : !IsFile(target) ? target.TrimEnd('/') + "/" + ContainerPath.Name(path)
            : SolutionFile.IsOne(target) ? PlaceInSolution(build, target, path, root, context)
            : null;
        if (place is null || ContainerPath.Below(root, path) is not { Length: > 0 } own) return null;
        var origins = ContextPaths.WithPatternsOf(place, build.Stage, build.Instruction).ToList();
        return origins.Count > 0 && origins.TrueForAll(origin => ContainerPath.IsMatch(origin, own)) ? place : null;
    }

    private static string? PlaceInSolution(
        StageBuild build, string target, string path, string root, ContextFolder context)
    {
        var origins = ContextPaths.Of(target, build.Stage, build.Instruction).ToList();
        if (origins.Count != 1) return null;
        var solution = root + "/" + origins[0];
        if (context.Read(solution) is not { } text || !SolutionFile.Holds(solution, text, path)) return null;
        // One that is only listed is restored, and never built.
        if (build.Command.Verb != "restore" && !SolutionFile.Builds(solution, text, path, context.Read)) return null;
        return PathNames.Clean(FolderOf(target) + "/" + RelativePath.From(FolderOf(solution), path));
    }

    private static string FolderOf(string path) => path.Substring(0, Math.Max(0, path.LastIndexOf('/')));

    private static ProjectRelation OfProject(StageBuild build, string named, string ours)
    {
        var name = ContainerPath.Name(named);
        if (!CommandWord.IsKnown(name)) return ProjectRelation.Unsure;
        if (!name.Equals(ContainerPath.Name(ours), StringComparison.OrdinalIgnoreCase)) return ProjectRelation.Other;
        if (build.Target is not { } target || !CommandWord.IsKnown(target)) return ProjectRelation.Ours;
        var origins = ContextPaths.Of(target, build.Stage, build.Instruction).ToList();
        return origins.Count == 0 || origins.Any(origin => EndsWith(ours, origin))
            ? ProjectRelation.Ours
            : ProjectRelation.Other;
    }

    private static ProjectRelation OfFolder(StageBuild build, string folder, string ours)
    {
        var ourFolder = FolderOf(ours);
        var origins = ContextPaths.Of(folder, build.Stage, build.Instruction).ToList();
        if (origins.Any(origin => origin != "." && EndsWith(ourFolder, origin))) return ProjectRelation.Ours;
        // A folder above ours may hold the solution.
        if (origins.Any(origin => origin == "." || Holds(ourFolder, origin))) return ProjectRelation.Unsure;
        if (origins.Count > 0) return ProjectRelation.Other;
        return ContainerPath.Name(folder) == ContainerPath.Name(ourFolder)
            ? ProjectRelation.Ours
            : ProjectRelation.Unsure;
    }

    private static bool Holds(string path, string part) =>
        (path + "/").IndexOf("/" + part + "/", StringComparison.Ordinal) >= 0;

    private static bool EndsWith(string path, string end) =>
        ("/" + path).EndsWith("/" + end, StringComparison.OrdinalIgnoreCase);
}
