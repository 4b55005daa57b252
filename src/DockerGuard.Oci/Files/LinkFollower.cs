using System.Collections.Generic;
using System.IO;

namespace DockerGuard.Oci.Files;

/// <summary>Finds the links on the way of paths below a folder, and looks at each place once.</summary>
/// <param name="folder">Absolute path; what lies above it is not looked at.</param>
public sealed class LinkFollower(string folder)
{
    /// <summary>More than any system follows.</summary>
    private const int MostLinks = 64;

    private readonly string _folder = AbsolutePath.Trim(folder);
    private readonly Dictionary<string, string?> _known = new(AbsolutePath.Comparer);

    /// <summary>
    /// The links on the way of a path, in the order in which they are met, those among them that others lead through;
    /// the way ends where it leaves the folder.
    /// </summary>
    /// <param name="path">Absolute path, there or not; one outside the folder has none.</param>
    public IReadOnlyList<PathLink> On(string path)
    {
        var links = new List<PathLink>();
        Walk(path, links);
        return links;
    }

    /// <summary>The same place by a path without links, as far as it is there.</summary>
    public static string RealPath(string path)
    {
        var root = Path.GetPathRoot(path);
        return string.IsNullOrEmpty(root) ? path : new LinkFollower(root!).Walk(path, []);
    }

    private string Walk(string path, List<PathLink> links)
    {
        while (AbsolutePath.IsWithin(_folder, path) && First(path) is { } link && links.Count < MostLinks)
        {
            links.Add(link);
            path = link.Rest.Length > 0 ? Path.Combine(link.Target, link.Rest) : link.Target;
        }

        return path;
    }

    private PathLink? First(string path)
    {
        for (var end = _folder.Length; end < path.Length;)
        {
            end = path.IndexOf(Path.DirectorySeparatorChar, end + 1);
            if (end < 0) end = path.Length;
            var at = path.Substring(0, end);
            if (!_known.TryGetValue(at, out var text)) _known.Add(at, text = LinkTarget.TextOf(at));
            if (text is not null && AbsolutePath.TryOf(Path.GetDirectoryName(at)!, text) is { } target)
            {
                var rest = path.Substring(end).TrimStart(Path.DirectorySeparatorChar);
                return new PathLink(at, AbsolutePath.Trim(target), Path.IsPathRooted(text), rest);
            }
        }

        return null;
    }
}

/// <summary>A link on the way of a path.</summary>
/// <param name="path">Absolute path of the link.</param>
/// <param name="target">Absolute path of what it leads to.</param>
/// <param name="isAbsolute">Whether it is written so; else it is from its own folder, and may be moved with it.</param>
/// <param name="rest">What of the way comes after it; empty for a link that is its end.</param>
public sealed class PathLink(string path, string target, bool isAbsolute, string rest)
{
    public string Path { get; } = path;

    public string Target { get; } = target;

    public bool IsAbsolute { get; } = isAbsolute;

    public string Rest { get; } = rest;
}
