using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Generation;

/// <summary>
/// Arithmetic on absolute paths as text, for Windows and Unix paths alike: what is generated must not depend on the
/// machine that generates it.
/// </summary>
internal static class ContextPath
{
    /// <summary>Forward slashes, no dots, no slash at the end.</summary>
    public static string Normalize(string path)
    {
        if (IsWindows(path)) path = path.Replace('\\', '/');
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "." || (part.Length == 0 && parts.Count > 0)) continue;
            if (part is not "..") parts.Add(part);
            else if (parts.Count > 1) parts.RemoveAt(parts.Count - 1);
        }

        return string.Join("/", parts);
    }

    /// <summary>
    /// The path from a folder down to a path inside it, empty for the folder itself; null when it lies outside.
    /// </summary>
    public static string? Relative(string folder, string path)
    {
        if (path.Equals(folder, Comparison(folder))) return "";
        return path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, Comparison(folder))
            ? path.Substring(folder.Length + 1)
            : null;
    }

    /// <summary>The path from a folder to a path anywhere on the same volume, up and down again.</summary>
    public static string Between(string folder, string path)
    {
        var up = "";
        for (var at = folder; at.Length > 0; at = DirectoryOf(at), up += "../")
            if (Relative(at, path) is { } down) return up + down;
        return path;
    }

    public static string DirectoryOf(string path) =>
        path.LastIndexOf('/') is > -1 and var slash ? path.Substring(0, slash) : "";

    public static string FileNameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The deepest folder that holds both; null when that is a whole volume.</summary>
    public static string? CommonDirectory(string left, string right)
    {
        var a = left.Split('/');
        var b = right.Split('/');
        var count = 0;
        while (count < a.Length && count < b.Length && a[count].Equals(b[count], Comparison(left))) count++;
        return count <= 1 ? null : string.Join("/", a.Take(count));
    }

    private static StringComparison Comparison(string path) =>
        IsWindows(path) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static bool IsWindows(string path) =>
        path.Length > 1 && (path[1] == ':' || path.StartsWith("\\\\", StringComparison.Ordinal));
}
