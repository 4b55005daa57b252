using System;
using System.Globalization;
using System.IO;

namespace DockerGuard.Oci.Files;

/// <summary>
/// When a file came to be on this machine as it is. No repository, archive or image can bring a file that knows it
/// beforehand: what is kept in a build's own folders is bound to it, so that nobody commits an answer of this product.
/// </summary>
public static class FileArrival
{
    /// <summary>
    /// The moment as one word: the last change of the file's entry on Unix, which nobody can set, and elsewhere its
    /// creation. Null where the system does not tell.
    /// </summary>
    /// <param name="path">Absolute path.</param>
    public static string? Of(string path)
    {
        if (UnixFile.StatusOf(path) is { } status)
        {
            return status.ChangeTime <= 0
                ? null
                : string.Format(
                    CultureInfo.InvariantCulture, "{0}.{1:D9}", status.ChangeTime, status.ChangeNanoseconds);
        }

        try
        {
            return System.IO.Path.DirectorySeparatorChar == '\\' && RegularFile.IsThere(path)
                ? File.GetCreationTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
