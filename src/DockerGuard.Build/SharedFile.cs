using System;
using System.Threading;
using DockerGuard.Checks;
using DockerGuard.Oci;

namespace DockerGuard.Build;

/// <summary>
/// A file that builds side by side share, of one project or of several: who reads it to change it is alone until it is
/// written.
/// </summary>
internal static class SharedFile
{
    /// <summary>How long another build may hold a file. A write takes milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Writes what is made of the file's present text.</summary>
    /// <inheritdoc cref="SharedWrite"/>
    public static WriteResult Write(string path, Func<string?> text)
    {
        try
        {
            using var gate = new Mutex(initiallyOwned: false, GateName(path));
            if (!IsOpened(gate)) return new WriteResult(false, "another build holds it");
            try
            {
                return text() is { } written
                    ? TaskFiles.Write(path, AtomicFile.Encode(written)) : new WriteResult(false);
            }
            finally
            {
                gate.ReleaseMutex();
            }
        }
        catch (Exception exception) when (TaskFiles.IsOfFiles(exception))
        {
            // The gate is a file too on some systems.
            return new WriteResult(false, exception.Message);
        }
    }

    private static bool IsOpened(Mutex gate)
    {
        try
        {
            return gate.WaitOne(Patience);
        }
        catch (AbandonedMutexException)
        {
            // A build that was killed in the middle of a write leaves the file whole: its gate is as good as open.
            return true;
        }
    }

    /// <summary>One gate a file, for all processes of the machine.</summary>
    private static string GateName(string path) => "Global\\DockerGuardFile" + Sha256.Hex(path);
}
