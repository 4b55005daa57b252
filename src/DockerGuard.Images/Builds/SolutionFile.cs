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
        text = Slashed(text);
        var folder = Folder(path);
        // A filter names projects as the solution does that it is of.
        if (path.EndsWith(Filter, StringComparison.OrdinalIgnoreCase) && FilteredFolder(text) is { } filtered)
            folder = PathNames.Clean(folder + "/" + filtered);
        var name = RelativePath.From(folder, project);
        return text.IndexOf($"\"{name}\"", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>
    /// True when every configuration of a solution builds a project that it holds, and in the configuration of its own
    /// name; an unknown one is taken for one that does not.
    /// </summary>
    /// <param name="path">Absolute path of the solution, with slashes.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="project">Absolute path of the project, with slashes.</param>
    /// <param name="read">The text of a file by its absolute path; null where it cannot be read.</param>
    public static bool Builds(string path, string text, string project, Func<string, string?> read)
    {
        text = Slashed(text);
        if (path.EndsWith(Filter, StringComparison.OrdinalIgnoreCase))
        {
            return FilteredFile(text) is { } file
                && PathNames.Clean(Folder(path) + "/" + file) is var whole
                && read(whole) is { } other
                && !whole.EndsWith(Filter, StringComparison.OrdinalIgnoreCase)
                && Builds(whole, other, project, read);
        }

        var name = $"\"{RelativePath.From(Folder(path), project)}\"";
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        var rest = text.Substring(at + name.Length);
        return path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase)
            ? BuildsAlways(text, Between(rest, "{", "}"))
            : IsPlain(rest);
    }

    /// <summary>
    /// <c>{8A2C…}.Release|Any CPU.ActiveCfg = Release|Any CPU</c>, and the same line with <c>Build.0</c>.
    /// </summary>
    private static bool BuildsAlways(string text, string? id)
    {
        const string active = ".ActiveCfg", builds = ".Build.0";
        if (id is null) return false;
        var lines = text.Split('\n').Select(static line => line.Trim())
            .Where(line => line.StartsWith("{" + id + "}.", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var chosen = lines.FindAll(static line => line.Contains(active));
        return chosen.Count > 0 && chosen.TrueForAll(line =>
            lines.Contains(line.Replace(active, builds)) && Between(line, "}.", "|") == Between(line, " = ", "|"));
    }

    /// <summary>True for an element of XML that says nothing of what is built.</summary>
    private static bool IsPlain(string rest)
    {
        var end = rest.IndexOf('>');
        if (end < 0) return false;
        if (end > 0 && rest[end - 1] == '/') return true;
        var inside = Between(rest, ">", "</Project>");
        return inside is not null && inside.IndexOf("<Build", StringComparison.Ordinal) < 0;
    }

    private static string? FilteredFolder(string text) =>
        FilteredFile(text) is { } file ? Folder("/" + file).TrimStart('/') : null;

    private static string? FilteredFile(string text)
    {
        var at = text.IndexOf(FilteredPath, StringComparison.Ordinal);
        return at < 0 ? null : Between(text.Substring(at + FilteredPath.Length), "\"", "\"");
    }

    private static string? Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        if (from < 0) return null;
        from += start.Length;
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? null : text.Substring(from, to - from);
    }

    private static string Slashed(string text) => text.Replace("\\\\", "/").Replace('\\', '/');

    private static string Folder(string path) => path.Substring(0, Math.Max(0, path.LastIndexOf('/')));
}
