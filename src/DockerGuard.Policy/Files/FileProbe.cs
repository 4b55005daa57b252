using System;
using System.IO;

namespace DockerGuard.Policy.Files;

/// <summary>What there is at a path.</summary>
internal enum Existing
{
    Nothing,
    File,
    Folder,
}

/// <summary>Looks at paths without opening anything.</summary>
internal static class FileProbe
{
    /// <summary>
    /// What there is at an absolute path. A link to nothing counts as a file: reading it fails with an error,
    /// whereas a policy that is taken for absent would silently not be enforced.
    /// </summary>
    public static Existing At(string path)
    {
        try
        {
            var attributes = new FileInfo(path).Attributes;
            if ((int)attributes == -1) return Existing.Nothing;
            return (attributes & FileAttributes.Directory) != 0 ? Existing.Folder : Existing.File;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Existing.Nothing;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Existing.File;
        }
    }

    /// <summary>True for a link, also for one to nothing.</summary>
    public static bool IsLink(string path)
    {
        try
        {
            var attributes = new FileInfo(path).Attributes;
            return (int)attributes != -1 && (attributes & FileAttributes.ReparsePoint) != 0;
        }
        // What is no path is no link, and what does not answer is told of when it is read.
        catch (Exception exception)
            when (exception is ArgumentException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// A relative path below or beside a folder as an absolute one, or null when it is no path on this system.
    /// </summary>
    public static string? Combine(string folder, string relative)
    {
        try
        {
            // FileInfo resolves "..", and the folder is absolute, so the current directory plays no part.
            return new FileInfo(Path.Combine(folder, relative)).FullName;
        }
        catch (Exception exception)
            when (exception is ArgumentException or PathTooLongException or NotSupportedException)
        {
            return null;
        }
    }
}
