using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Rules;

namespace DockerGuard.Peers.BuildKit;

/// <summary>What BuildKit's CopyIgnoredFile takes for a file that the ignore file keeps out.</summary>
internal static class IgnoredFiles
{
    /// <summary>
    /// An exception anywhere switches the check off, and a wildcard is compared as if it were a name.
    /// </summary>
    public static bool Hold(string source, IgnoreFile ignoreFile)
    {
        if (DG3003CopiedIgnoredFile.HasExceptions(ignoreFile)) return false;
        var path = DG3003CopiedIgnoredFile.Clean(source);
        return path is "." or "/" ? DG3003CopiedIgnoredFile.IgnoresAll(ignoreFile) : ignoreFile.Matches(path);
    }
}
