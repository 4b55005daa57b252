using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>Paths inside an image or a build context.</summary>
public static class PathNames
{
    /// <summary>
    /// A path seen from a directory. Without a directory a relative path stays one, and an empty one is the root.
    /// </summary>
    public static string Join(string? directory, string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        if (IsRooted(path) || directory is null) return path.Length == 0 ? directory ?? "/" : Normalize(path);
        return Normalize(directory.TrimEnd('/', '\\') + (directory.IndexOf('\\') >= 0 ? "\\" : "/") + path);
    }

    /// <summary>True for a path that begins at a root, of Linux or of a Windows drive.</summary>
    public static bool IsRooted(string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        return (path.Length > 0 && path[0] is '/' or '\\') || (path.Length > 1 && path[1] == ':');
    }

    /// <summary>The path without empty, <c>.</c> and <c>..</c> parts. A Windows path keeps its separators.</summary>
    public static string Normalize(string path) =>
        (path ?? throw new ArgumentNullException(nameof(path))).IndexOf('\\') >= 0 ? path : Clean(path);

    /// <summary>
    /// The shortest path with slashes that means the same (Go's <c>path.Clean</c>); <c>.</c> for an empty one.
    /// </summary>
    public static string Clean(string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        var isAbsolute = path.Length > 0 && path[0] == '/';
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0 && parts[parts.Count - 1] != "..") parts.RemoveAt(parts.Count - 1);
            else if (!isAbsolute) parts.Add(part);
        }

        var joined = string.Join("/", parts);
        return isAbsolute ? "/" + joined : joined.Length == 0 ? "." : joined;
    }
}
