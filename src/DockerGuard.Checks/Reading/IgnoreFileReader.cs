using System;
using System.IO;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Oci.Files;

namespace DockerGuard.Checks.Reading;

/// <summary>Reads the ignore file of a build context.</summary>
internal static class IgnoreFileReader
{
    /// <summary>
    /// The Dockerfile's own ignore file, else the one of the context; null when there is none or it cannot be read, for
    /// then nothing is known of it.
    /// </summary>
    public static IgnoreFile? Read(string dockerfile, string context)
    {
        try
        {
            return IgnoreFile.FindPath(dockerfile, context, File.Exists) is { } path
                && RegularFile.Read(path, DockerfileReader.MaxBytes, out _) is { } bytes
                ? IgnoreFile.Parse(bytes) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
