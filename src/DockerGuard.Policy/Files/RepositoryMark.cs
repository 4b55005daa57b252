using System;
using System.IO;
using System.Text;
using DockerGuard.Oci.Files;

namespace DockerGuard.Policy.Files;

/// <summary>
/// Tells the root of a repository from a folder in which somebody has put something called <c>.git</c>.
/// </summary>
internal static class RepositoryMark
{
    /// <summary>What the file of a worktree or submodule begins with.</summary>
    private const string FileMark = "gitdir:";

    /// <summary>More than the longest path.</summary>
    private const int MaxBytes = 64 * 1024;

    /// <summary>True for a folder whose <c>.git</c> is one that git has made.</summary>
    public static bool IsIn(string folder)
    {
        var mark = Path.Combine(folder, ".git");
        return FileProbe.At(mark) switch
        {
            Existing.Folder => FileProbe.At(Path.Combine(mark, "HEAD")) != Existing.Nothing,
            Existing.File => IsMark(mark),
            _ => false,
        };
    }

    /// <summary>A file that cannot be read ends no search: then more policies are looked at, not fewer.</summary>
    private static bool IsMark(string path)
    {
        try
        {
            return RegularFile.Read(path, MaxBytes, out _) is { } bytes
                && Encoding.UTF8.GetString(bytes).StartsWith(FileMark, StringComparison.Ordinal);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }
}
