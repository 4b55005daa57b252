using System;
using System.IO;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Oci.Files;

namespace DockerGuard.Checks.Reading;

/// <summary>Reads the ignore file of a build context, or says in one sentence why it cannot be.</summary>
internal static class IgnoreFileReader
{
    /// <summary>
    /// The Dockerfile's own ignore file, else the one of the context; null when there is none or it cannot be read.
    /// </summary>
    /// <param name="dockerfile">Absolute path.</param>
    /// <param name="context">Absolute path of the build's folder.</param>
    /// <param name="problem">The file that cannot be read and why; null when there is none.</param>
    public static IgnoreFile? Read(string dockerfile, string context, out (string Path, string Why)? problem)
    {
        problem = null;
        if (IgnoreFile.FindPath(dockerfile, context, RegularFile.IsThere) is not { } path) return null;
        try
        {
            if (RegularFile.Read(path, DockerfileReader.MaxBytes, out var refusal) is { } bytes)
                return IgnoreFile.Parse(bytes);
            problem = (path, RegularFile.Explain(path, refusal, DockerfileReader.MaxBytes));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = (path, DockerfileReader.Problem(exception));
        }

        return null;
    }
}
