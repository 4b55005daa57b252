using System;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Build;

/// <summary>
/// How far up a folder holds sources of a project and no more: a build context is sent whole to whoever builds the
/// image, and a home or a volume is nobody's source.
/// </summary>
internal static class SourceFolders
{
    /// <summary>Absolute path of the repository's folder; null for none, and for one that is a whole home.</summary>
    public static string? RepositoryOf(ProjectFacts project)
    {
        var root = project.RepositoryRoot;
        if (IsTooWide(root)) return null;
        // The fact names the project's folder where no repository is.
        return root != project.ProjectDirectory
            || AbsolutePath.HasFile(Path.Combine(root, ".git", "HEAD"))
            || AbsolutePath.HasFile(Path.Combine(root, ".git")) ? root : null;
    }

    /// <summary>The nearest folder with a solution, at or above a project's; null where none is.</summary>
    public static string? SolutionOf(string projectDirectory)
    {
        var at = projectDirectory;
        while (at is not null && !IsTooWide(at) && !Directory.EnumerateFiles(at, "*.sln*").Any())
            at = Path.GetDirectoryName(at);
        return at is null || IsTooWide(at) ? null : at;
    }

    /// <summary>The highest folder above a project's, or itself, that may be built in without a repository.</summary>
    public static string LimitOf(string projectDirectory)
    {
        var home = Home;
        var limit = projectDirectory;
        while (Path.GetDirectoryName(limit) is { } above
            && !IsTooWide(above)
            && !(home is not null && Holds(above, home)))
        {
            limit = above;
        }

        return limit;
    }

    /// <summary>Whether a folder is a whole volume, the user's home, or where all put their temporary files.</summary>
    public static bool IsTooWide(string folder)
    {
        folder = AbsolutePath.Trim(folder);
        return folder.Length == 0
            || Path.GetDirectoryName(folder) is null
            || Is(folder, Home)
            || Is(folder, Path.GetTempPath());
    }

    private static string? Home =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 1 } home ? home : null;

    /// <summary>Whether two paths are of one folder: a link may lead to either.</summary>
    private static bool Is(string folder, string? other) =>
        other is not null
            && (AbsolutePath.Comparer.Equals(folder, AbsolutePath.Trim(other))
                || AbsolutePath.Comparer.Equals(
                    LinkFollower.RealPath(folder), LinkFollower.RealPath(AbsolutePath.Trim(other))));

    private static bool Holds(string folder, string other) =>
        AbsolutePath.IsWithin(folder, other)
            || AbsolutePath.IsWithin(LinkFollower.RealPath(folder), LinkFollower.RealPath(other));
}
