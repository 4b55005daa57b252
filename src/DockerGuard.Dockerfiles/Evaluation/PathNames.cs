using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>Paths inside an image or a build context.</summary>
internal static class PathNames
{
    /// <summary>The path without empty, <c>.</c> and <c>..</c> parts. A Windows path keeps its separators.</summary>
    public static string Normalize(string path) => path.IndexOf('\\') >= 0 ? path : Clean(path);

    /// <summary>
    /// The shortest path with slashes that means the same (Go's <c>path.Clean</c>); <c>.</c> for an empty one.
    /// </summary>
    public static string Clean(string path)
    {
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
