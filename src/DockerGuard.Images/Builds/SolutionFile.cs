using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Images.Builds;

/// <summary>Tells of a solution whether it holds a project.</summary>
internal static class SolutionFile
{
    private const string Filter = ".slnf", FilteredPath = "\"path\"";

    private static readonly string[] Extensions = [".sln", Filter, ".slnx"];

    /// <summary>True for a solution, by its name.</summary>
    public static bool IsOne(string path) =>
        Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the text of a solution names a project.</summary>
    /// <param name="path">Absolute path of the solution, with slashes.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="project">Absolute path of the project, with slashes.</param>
    public static bool Holds(string path, string text, string project)
    {
        text = text.Replace("\\\\", "/").Replace('\\', '/');
        var folder = Folder(path);
        // A filter names projects as the solution does that it is of.
        if (path.EndsWith(Filter, StringComparison.OrdinalIgnoreCase) && FilteredFolder(text) is { } filtered)
            folder = PathNames.Clean(folder + "/" + filtered);
        var name = RelativePath.From(folder, project);
        return text.IndexOf($"\"{name}\"", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static string? FilteredFolder(string text)
    {
        var at = text.IndexOf(FilteredPath, StringComparison.Ordinal);
        if (at < 0) return null;
        var start = text.IndexOf('"', at + FilteredPath.Length) + 1;
        var end = start == 0 ? -1 : text.IndexOf('"', start);
        return end < 0 ? null : Folder("/" + text.Substring(start, end - start)).TrimStart('/');
    }

    private static string Folder(string path) => path.Substring(0, Math.Max(0, path.LastIndexOf('/')));
}
