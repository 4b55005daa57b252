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

    /// <summary>Whether a file has changed since a moment, or came to be; false for one that is not there.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="moment">The moment, in UTC.</param>
    public static bool IsSince(string path, DateTime moment)
    {
        if (UnixFile.StatusOf(path) is { } status)
        {
            var since = moment - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            var ticks = (status.ChangeTime * TimeSpan.TicksPerSecond) + (status.ChangeNanoseconds / 100);
            return ticks >= since.Ticks;
        }

        try
        {
            return System.IO.Path.DirectorySeparatorChar == '\\'
                && RegularFile.IsThere(path)
                && (File.GetLastWriteTimeUtc(path) >= moment || File.GetCreationTimeUtc(path) >= moment);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
