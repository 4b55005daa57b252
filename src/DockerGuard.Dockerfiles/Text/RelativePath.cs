using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles;

/// <summary>
/// Paths as they are shown and stored: from a folder, with <c>/</c> between their parts on every system, compared
/// letter by letter.
/// </summary>
public static class RelativePath
{
    private static readonly char[] Slashes = ['/', '\\'];

    /// <summary>The path of a file below a folder; null when it is not below it.</summary>
    public static string? Below(string folder, string path)
    {
        var root = (folder ?? throw new ArgumentNullException(nameof(folder))).TrimEnd(Slashes);
        if (path is null) throw new ArgumentNullException(nameof(path));
        var isBelow = path.Length > root.Length && path.StartsWith(root, StringComparison.Ordinal)
            && path[root.Length] is '/' or '\\';
        return isBelow ? path.Substring(root.Length + 1).Replace('\\', '/') : null;
    }

    /// <summary>
    /// The path of a file from a folder, by way of <c>..</c> where needed; the whole path of a file on another volume.
    /// </summary>
    public static string From(string folder, string path)
    {
        if (folder is null) throw new ArgumentNullException(nameof(folder));
        if (path is null) throw new ArgumentNullException(nameof(path));
        string[] from = folder.TrimEnd(Slashes).Split(Slashes), to = path.Split(Slashes);
        var shared = 0;
        while (shared < from.Length && shared < to.Length - 1 && from[shared] == to[shared]) shared++;
        if (shared == 0) return path.Replace('\\', '/');
        var parts = new List<string>();
        for (var i = shared; i < from.Length; i++) parts.Add("..");
        for (var i = shared; i < to.Length; i++) parts.Add(to[i]);
        return string.Join("/", parts);
    }
}
