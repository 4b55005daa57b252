using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Checks.Reading;

/// <summary>
/// Finds out which folder an image is built in, where nobody says so: the one in which most of what the Dockerfile
/// copies and builds is there.
/// </summary>
internal sealed class BuildFolder
{
    private static readonly char[] Globs = ['*', '?', '['];

    private readonly Lazy<BuildEvaluation> _evaluation;
    private readonly Lazy<IReadOnlyList<string>> _projects;
    private readonly List<string> _sources;

    private BuildFolder(Dockerfile dockerfile)
    {
        _sources = SourcesOf(dockerfile).Distinct(StringComparer.Ordinal).ToList();
        _evaluation = new(() => BuildEvaluation.Evaluate(dockerfile, new BuildOptions()));
        _projects = new(() => BuiltProjects.In(_evaluation.Value));
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; private set; } = "";

    /// <summary>
    /// The project that the image is made of: of those it names the first that is there, else the one whose assembly it
    /// starts; null when neither is known.
    /// </summary>
    /// <param name="all">Absolute paths of the repository's projects.</param>
    public string? ProjectAmong(IReadOnlyList<string> all)
    {
        if (_projects.Value.Select(ProjectAt).OfType<string>().FirstOrDefault() is { } named) return named;
        var started = BuiltProjects.StartedIn(_evaluation.Value);
        var theirs = all.Where(path => started.Contains(AssemblyOf(path), StringComparer.OrdinalIgnoreCase)).ToList();
        return theirs.Count == 1 ? theirs[0] : null;
    }

    /// <summary>Decides between folders; of equals the first is taken.</summary>
    /// <param name="dockerfile">The file.</param>
    /// <param name="folders">Absolute paths, the likeliest first.</param>
    public static BuildFolder Of(Dockerfile dockerfile, IReadOnlyList<string> folders)
    {
        var found = new BuildFolder(dockerfile) { Path = folders[0] };
        if (folders.Count == 1 || (found._sources.Count > 0 && found._sources.All(folders[0].Holds))) return found;
        var probes = found._sources.Concat(found._projects.Value.Where(path => path != ".")).ToList();
        var best = 0;
        foreach (var folder in folders)
        {
            var held = probes.Count(folder.Holds);
            if (held <= best) continue;
            best = held;
            found.Path = folder;
        }

        return found;
    }

    /// <summary>The folders from one up to another that holds it; the first alone where none does.</summary>
    public static IEnumerable<string> Upwards(string folder, string root)
    {
        var folders = new List<string>();
        for (var at = folder; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            folders.Add(at);
            if (at == root) return folders;
        }

        return [folder];
    }

    private static string AssemblyOf(string project) =>
        System.IO.Path.GetFileNameWithoutExtension(project) + ".dll";

    private string? ProjectAt(string path)
    {
        if (!Path.Holds(path)) return null;
        var full = AbsolutePath.Of(Path, path);
        if (RegularFile.KindOf(full) == FileKind.Regular) return ProjectName.IsOne(full) ? full : null;
        var projects = FolderContent.NamesIn(full).Where(ProjectName.IsOne).Take(2).ToList();
        return projects.Count == 1 ? System.IO.Path.Combine(full, projects[0]) : null;
    }

    /// <summary>What says nothing of the context is left out: all of it, variables, and addresses.</summary>
    private static IEnumerable<string> SourcesOf(Dockerfile dockerfile)
    {
        foreach (var transfer in dockerfile.Instructions.OfType<TransferInstruction>())
        {
            if (transfer.FindFlag("from") is not null) continue;
            foreach (var word in transfer.Sources)
            {
                var source = (transfer.IsJson ? word.Value : word.Text).Replace('\\', '/').Trim('"', '/');
                if (source.IndexOf('$') >= 0 || source.IndexOf(':') >= 0) continue;
                if (source.StartsWith("<<", StringComparison.Ordinal)) continue;
                var glob = source.IndexOfAny(Globs);
                if (glob >= 0) source = source.Substring(0, Math.Max(0, source.LastIndexOf('/', glob)));
                source = PathNames.Clean(source);
                var isPlace = source is not ("." or "") && !source.StartsWith("..", StringComparison.Ordinal);
                if (isPlace) yield return source;
            }
        }
    }
}

/// <summary>What lies in a folder.</summary>
internal static class FolderContent
{
    private const int MostBytes = 1 << 20;

    /// <summary>True when a file or folder is there.</summary>
    public static bool Holds(this string folder, string path) =>
        RegularFile.KindOf(folder + "/" + path) is FileKind.Regular or FileKind.Folder;

    /// <summary>The names of the files in a folder; none where it cannot be read.</summary>
    public static IReadOnlyList<string> NamesIn(string folder)
    {
        try
        {
            return RegularFile.NamesIn(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The text of a file; null where it cannot be read.</summary>
    public static string? TextOf(string path)
    {
        try
        {
            return RegularFile.Read(path, MostBytes, out _) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
