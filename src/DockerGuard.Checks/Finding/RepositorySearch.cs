using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DockerGuard.Images.Project;

namespace DockerGuard.Checks.Finding;

/// <summary>
/// Looks for the Dockerfiles of a repository that lie beside no project: a project finds those of its own folder by
/// itself, and nobody looks below it.
/// </summary>
internal sealed class RepositorySearch
{
    /// <summary>Folders that are looked at; a build must not wait for a tree of something else.</summary>
    private const int MostFolders = 2_000;

    private static readonly HashSet<string> PassedBy = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "bin", "obj", "artifacts", "packages", "TestResults", "bower_components", "vendor",
    };

    /// <summary>
    /// What is hidden and nevertheless holds Dockerfiles; the container of a developer (<c>.devcontainer</c>) is no
    /// image that anybody ships.
    /// </summary>
    private static readonly HashSet<string> HiddenFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        ".docker", ".container", ".ci", ".build", ".deploy",
    };

    private readonly List<string> _found = [];
    private readonly List<string> _projects = [];
    private int _folders;

    private RepositorySearch()
    {
    }

    /// <summary>Absolute paths of the Dockerfiles, ordered.</summary>
    public IReadOnlyList<string> Dockerfiles => _found;

    /// <summary>Absolute paths of the projects, ordered.</summary>
    public IReadOnlyList<string> Projects => _projects;

    /// <summary>True when the repository has more folders than are looked at.</summary>
    public bool IsCut => _folders > MostFolders;

    /// <summary>Looks through a repository.</summary>
    /// <param name="root">Absolute path of its folder.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    public static RepositorySearch In(string root, CancellationToken cancellation)
    {
        var search = new RepositorySearch();
        // Level by level, so that a cut costs what lies deepest.
        var folders = new Queue<string>();
        folders.Enqueue(root);
        while (folders.Count > 0 && ++search._folders <= MostFolders)
        {
            cancellation.ThrowIfCancellationRequested();
            var folder = folders.Dequeue();
            search.Look(folder, isRoot: folder == root, folders);
        }

        search._found.Sort(StringComparer.Ordinal);
        search._projects.Sort(StringComparer.Ordinal);
        return search;
    }

    private void Look(string folder, bool isRoot, Queue<string> folders)
    {
        var files = new List<string>();
        var inside = new List<string>();
        var hasProject = false;
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if ((entry.Attributes & FileAttributes.Directory) == 0)
                {
                    var isProject = ProjectName.IsOne(entry.Name);
                    if (isProject) _projects.Add(entry.FullName);
                    hasProject |= isProject;
                    if (DockerfileName.IsOne(entry.Name)) files.Add(entry.FullName);
                }
                else if ((entry.Attributes & FileAttributes.ReparsePoint) == 0 && IsLookedInto(entry.Name))
                {
                    inside.Add(entry.FullName);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever may not read it cannot build from it either.
            return;
        }

        if (!hasProject) _found.AddRange(files);
        // A project at the top has the others below it.
        else if (!isRoot) return;
        inside.Sort(StringComparer.Ordinal);
        foreach (var one in inside)
        {
            // What lies in docker/ is an item of the project.
            var isOfProject =
                hasProject && "docker".Equals(Path.GetFileName(one), StringComparison.OrdinalIgnoreCase);
            if (!isOfProject) folders.Enqueue(one);
        }
    }

    private static bool IsLookedInto(string name) =>
        name[0] == '.' ? HiddenFolders.Contains(name) : !PassedBy.Contains(name);
}
