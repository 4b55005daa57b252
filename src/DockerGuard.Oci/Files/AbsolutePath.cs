using System;
using System.IO;

namespace DockerGuard.Oci.Files;

/// <summary>Paths as projects write them, made absolute without a look at the current directory.</summary>
public static class AbsolutePath
{
    private static readonly StringComparison Comparison =
        Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>How the file system compares paths, as far as its system tells.</summary>
    public static StringComparer Comparer { get; } =
        Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The path from a folder, either slash taken, dots folded.</summary>
    /// <exception cref="ArgumentException">It is no path on this system.</exception>
    /// <exception cref="NotSupportedException">It is no path on this system.</exception>
    /// <exception cref="PathTooLongException">It is longer than a path may be.</exception>
    public static string Of(string folder, string path) =>
        // Of an absolute path GetFullPath only folds "..": it does not look at the current directory.
#pragma warning disable RS0030
        Path.GetFullPath(Path.Combine(folder, path.Replace('\\', Path.DirectorySeparatorChar)));
#pragma warning restore RS0030

    /// <summary>The path from a folder; null for what is no path on this system.</summary>
    public static string? TryOf(string folder, string path)
    {
        try
        {
            return path.Length == 0 ? null : Of(folder, path);
        }
        catch (Exception exception)
            when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return null;
        }
    }

    /// <summary>Whether a path is a folder or lies in it.</summary>
    public static bool IsWithin(string folder, string path)
    {
        var root = Trim(folder);
        return path.StartsWith(root, Comparison)
            && (path.Length == root.Length || path[root.Length] == Path.DirectorySeparatorChar);
    }

    /// <summary>Whether there is a file, or what only stands in the place of one; a folder is none.</summary>
    public static bool HasFile(string path) =>
        RegularFile.IsThere(path) && RegularFile.KindOf(path) != FileKind.Folder;

    /// <summary>Whether there is a folder, or a link to one.</summary>
    public static bool HasFolder(string path) => RegularFile.KindOf(path) == FileKind.Folder;

    /// <summary>A folder without separators at its end.</summary>
    public static string Trim(string folder) => folder.TrimEnd(Path.DirectorySeparatorChar, '/');
}
