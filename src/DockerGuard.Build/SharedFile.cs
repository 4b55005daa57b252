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

    /// <summary>How long a build that is stopped may still wait.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>Writes what is made of the file's present text.</summary>
    /// <inheritdoc cref="SharedWrite"/>
    /// <exception cref="OperationCanceledException">The build was stopped while another one held the file.</exception>
    public static WriteResult Write(string path, Func<string?> text, CancellationToken cancellation = default)
    {
        try
        {
            using var gate = new Mutex(initiallyOwned: false, GateName(path));
            if (!IsOpened(gate, cancellation)) return new WriteResult(false, "another build holds it");
            try
            {
                return text() is { } written
                    ? TaskFiles.Write(path, AtomicFile.Encode(written))
                    : new WriteResult(false);
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

    private static bool IsOpened(Mutex gate, CancellationToken cancellation)
    {
        try
        {
            // A gate between processes cannot be waited for together with a token, so it is asked again and again.
            for (var waited = TimeSpan.Zero; waited < Patience; waited += Glance)
            {
                cancellation.ThrowIfCancellationRequested();
                if (gate.WaitOne(Glance)) return true;
            }

            return false;
        }
        catch (AbandonedMutexException)
        {
            // A build that was killed in the middle of a write leaves the file whole, so its gate is as good as an open
            // one.
            return true;
        }
    }

    /// <summary>One gate a file, for all processes of the machine.</summary>
    private static string GateName(string path) => "Global\\DockerGuardFile" + Sha256.Hex(path);
}
