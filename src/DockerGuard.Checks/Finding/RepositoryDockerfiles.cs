using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DockerGuard.Checks.Reading;

namespace DockerGuard.Checks.Finding;

/// <summary>
/// The Dockerfiles of a repository that lie beside no project, and the project that each publishes: that one guards it,
/// for the facts are there. Immutable.
/// </summary>
public sealed class RepositoryDockerfiles
{
    private readonly string _root;

    private RepositoryDockerfiles(string root, RepositorySearch search, IReadOnlyList<FoundDockerfile> files)
    {
        _root = root;
        Projects = search.Projects;
        IsCut = search.IsCut;
        Files = files;
    }

    /// <summary>The files, ordered by path.</summary>
    public IReadOnlyList<FoundDockerfile> Files { get; }

    /// <summary>Absolute paths of the repository's projects, ordered.</summary>
    public IReadOnlyList<string> Projects { get; }

    /// <summary>True when the repository has more folders than are looked at.</summary>
    public bool IsCut { get; }

    /// <summary>Looks for them, and at what each builds.</summary>
    /// <param name="root">Absolute path of the repository's folder.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    public static RepositoryDockerfiles In(string root, CancellationToken cancellation)
    {
        var search = RepositorySearch.In(root, cancellation);
        var files = new List<FoundDockerfile>();
        foreach (var path in search.Dockerfiles)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(Found(path, root, search.Projects));
        }

        return new RepositoryDockerfiles(root, search, files);
    }

    /// <summary>The path of a file from the repository's folder, with slashes.</summary>
    public string NameOf(string path) => path.Substring(_root.Length).Replace('\\', '/').TrimStart('/');

    private static FoundDockerfile Found(string path, string root, IReadOnlyList<string> projects)
    {
        var folder = Path.GetDirectoryName(path)!;
        // What cannot be read is told where it is checked.
        if (DockerfileReader.Read(path, out _) is not { } dockerfile)
            return new FoundDockerfile(new DockerfileInput(path, folder), null);
        var build = BuildFolder.Of(dockerfile, [.. BuildFolder.Upwards(folder, root)]);
        return new FoundDockerfile(new DockerfileInput(path, build.Path), build.ProjectAmong(projects));
    }
}

/// <summary>A Dockerfile that lies beside no project.</summary>
/// <param name="input">The file, and the folder it is built in.</param>
/// <param name="project">Absolute path of the project it publishes; null when none is known.</param>
public sealed class FoundDockerfile(DockerfileInput input, string? project)
{
    public DockerfileInput Input { get; } = input;

    public string? Project { get; } = project;
}
