using System;
using System.IO;
using DockerGuard.Dockerfiles;
using DockerGuard.Oci.Files;

namespace DockerGuard.Checks.Reading;

/// <summary>Reads a Dockerfile from disk, or says in one sentence why it cannot be.</summary>
internal static class DockerfileReader
{
    /// <summary>Far above any file a person or generator writes; a larger one is a mistake, not a Dockerfile.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>How much of a file is looked at to tell text from binary, as git does.</summary>
    private const int ProbeBytes = 8000;

    /// <summary>The file; null with the reason when it cannot be read.</summary>
    public static Dockerfile? Read(string path, out string? problem)
    {
        problem = null;
        try
        {
            if (RegularFile.KindOf(path) == FileKind.Folder)
            {
                problem = "is a folder, not a Dockerfile";
                return null;
            }

            if (!RegularFile.IsThere(path))
            {
                problem = "does not exist";
                return null;
            }

            if (RegularFile.Read(path, MaxBytes, out var refusal) is not { } bytes)
            {
                problem = refusal == FileRefusal.TooLarge
                    ? $"has {new FileInfo(path).Length / (1024 * 1024)} MiB; a Dockerfile may have "
                        + $"{MaxBytes / (1024 * 1024)} MiB at most"
                    : RegularFile.Explain(path, refusal, MaxBytes);
                return null;
            }

            if (Array.IndexOf(bytes, (byte)0, 0, Math.Min(bytes.Length, ProbeBytes)) >= 0)
            {
                problem = "is binary, not a Dockerfile";
                return null;
            }

            return Dockerfile.Parse(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = Problem(exception);
            return null;
        }
    }

    /// <summary>Why a file is not read, to follow its name.</summary>
    public static string Problem(Exception exception) =>
        exception is UnauthorizedAccessException
            ? "may not be read by this user"
            : "cannot be read: " + exception.Message;
}
