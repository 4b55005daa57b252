using System;
using System.IO;
using DockerGuard.Oci.Files;

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
            return RegularFile.AttributesOf(path) switch
            {
                RegularFile.NoAttributes => Existing.Nothing,
                RegularFile.UnknownAttributes => Existing.File,
                var attributes => (attributes & (int)FileAttributes.Directory) != 0 ? Existing.Folder : Existing.File,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Existing.Nothing;
        }
    }

    /// <summary>True for a link, also for one to nothing.</summary>
    public static bool IsLink(string path)
    {
        try
        {
            // What does not answer is told of when it is read.
            return RegularFile.AttributesOf(path) is >= 0 and var attributes
                && (attributes & (int)FileAttributes.ReparsePoint) != 0;
        }
        // What is no path is no link.
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
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
