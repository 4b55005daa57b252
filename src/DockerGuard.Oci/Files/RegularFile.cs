using System;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace DockerGuard.Oci.Files;

/// <summary>
/// The one way to read a file somebody else put there: no more than the reader takes, and never waiting for what a
/// pipe may bring.
/// </summary>
public static class RegularFile
{
    /// <summary>
    /// How long an empty file, or one behind a link, may take to open. A file does at once, a pipe waits for a writer
    /// that may never come, and nothing but opening tells them apart on every system.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The bytes of a file; null with the reason when it is not read.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="most">How many bytes the reader takes.</param>
    /// <param name="refusal">Why it is not read.</param>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static byte[]? Read(string path, int most, out FileRefusal refusal)
    {
        var (bytes, why) = IsSurelyRegular(path) ? ReadNow(path, most) : ReadPatiently(path, most);
        refusal = why;
        return bytes;
    }

    /// <summary>Pipes and devices have no length; a link's length is its own.</summary>
    private static bool IsSurelyRegular(string path)
    {
        // Windows has its pipes elsewhere, and a link there may be a file of the cloud that takes its time.
        if (Path.DirectorySeparatorChar == '\\') return true;
        var file = new FileInfo(path);
        return file.Exists && file.Length > 0 && (file.Attributes & FileAttributes.ReparsePoint) == 0;
    }

    private static (byte[]? Bytes, FileRefusal Refusal) ReadPatiently(string path, int most)
    {
        var answer = (default(byte[]), FileRefusal.NotRegular);
        ExceptionDispatchInfo? failure = null;
        // A thread of its own: one of the pool might stay in the opening for good.
        var reader = new Thread(() =>
        {
            try
            {
                answer = ReadNow(path, most);
            }
            // It is thrown where it is waited for; a thread's exception would end the process.
#pragma warning disable CA1031
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        { IsBackground = true, Name = nameof(RegularFile) };
        reader.Start();
        if (!reader.Join(Patience)) return (null, FileRefusal.NotRegular);
        failure?.Throw();
        return answer;
    }

    private static (byte[]? Bytes, FileRefusal Refusal) ReadNow(string path, int most)
    {
        using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!stream.CanSeek) return (null, FileRefusal.NotRegular);
        var length = stream.Length;
        // What a device gives has no end.
        if (length == 0) return stream.ReadByte() < 0 ? ([], FileRefusal.None) : (null, FileRefusal.NotRegular);
        // Another program may be writing, so the bytes are counted as well.
        return length <= most && ReadAtMost(stream, most) is { } bytes
            ? (bytes, FileRefusal.None)
            : (null, FileRefusal.TooLarge);
    }

    /// <summary>Null when there is more.</summary>
    private static byte[]? ReadAtMost(FileStream stream, int most)
    {
        using var copy = new MemoryStream((int)stream.Length);
        var buffer = new byte[16 * 1024];
        while (stream.Read(buffer, 0, buffer.Length) is > 0 and var read)
        {
            if (read > most - copy.Length) return null;
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
