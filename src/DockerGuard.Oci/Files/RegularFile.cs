using System;
using System.Collections.Generic;
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
    /// <summary>See <see cref="AttributesOf"/>.</summary>
    public const int NoAttributes = -1, UnknownAttributes = -2;

    /// <summary>
    /// How long an empty file may take to open and read. A file does at once; what the system makes up as it is read
    /// has no length either, and may wait for something that never happens.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The bytes of a file; null with the reason when it is not read.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="most">How many bytes the reader takes.</param>
    /// <param name="refusal">Why it is not read; <see cref="Explain"/> makes words of it.</param>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[]? Read(string path, int most, out FileRefusal refusal)
    {
        byte[]? bytes = null;
        try
        {
            return bytes = ReadUnseen(path, most, out refusal);
        }
        finally
        {
            SeenFiles.NoteContent(path, bytes);
        }
    }

    private static byte[]? ReadUnseen(string path, int most, out FileRefusal refusal)
    {
        refusal = FileRefusal.NotRegular;
        var status = UnixFile.StatusOf(path);
        if (KindOf(path, status) is not (FileKind.Regular or FileKind.Unknown)) return null;
        var (bytes, why) = IsSurelyRegular(status) ? ReadNow(path, most) : ReadPatiently(path, most);
        refusal = why;
        return bytes;
    }

    /// <summary>What there is at an absolute path; nothing is opened.</summary>
    public static FileKind KindOf(string path)
    {
        var kind = KindOf(path, UnixFile.StatusOf(path));
        SeenFiles.Note(SeenFile.Kind, path, (int)kind);
        return kind;
    }

    private static FileKind KindOf(string path, UnixStatus? status)
    {
        if (status is { } known) return UnixFile.KindOf(known);
        if (Directory.Exists(path)) return FileKind.Folder;
        // Where Unix has no status there is nothing, or nothing this user can get at.
        return Path.DirectorySeparatorChar == '\\' && File.Exists(path) ? FileKind.Regular : FileKind.Unknown;
    }

    /// <summary>
    /// True when there is something: a file, but also what only stands in its place, such as a folder, a pipe or a link
    /// to nothing. To read it is what tells.
    /// </summary>
    /// <param name="path">Absolute path.</param>
    public static bool IsThere(string path)
    {
        var isThere = KindOf(path, UnixFile.StatusOf(path)) != FileKind.Unknown || File.Exists(path);
        SeenFiles.Note(SeenFile.There, path, isThere ? 1 : 0);
        return isThere;
    }

    /// <summary>
    /// Whether there is a folder or a link at a path, the bits of <see cref="FileAttributes"/> for these two alone;
    /// <see cref="NoAttributes"/> where there is nothing, <see cref="UnknownAttributes"/> where the system does not
    /// say. A link is not followed.
    /// </summary>
    /// <exception cref="ArgumentException">It is no path on this system.</exception>
    /// <exception cref="NotSupportedException">As above.</exception>
    public static int AttributesOf(string path)
    {
        var attributes = UnknownAttributes;
        try
        {
            attributes = (int)new FileInfo(path).Attributes;
            if (attributes != NoAttributes)
                attributes &= (int)(FileAttributes.Directory | FileAttributes.ReparsePoint);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then it is unknown.
        }

        SeenFiles.Note(SeenFile.Attributes, path, attributes);
        return attributes;
    }

    /// <summary>The names of the files in a folder, ordered.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IReadOnlyList<string> NamesIn(string folder)
    {
        List<string>? names = null;
        try
        {
            var found = new List<string>();
            foreach (var path in Directory.EnumerateFiles(folder)) found.Add(Path.GetFileName(path));
            found.Sort(StringComparer.Ordinal);
            return names = found;
        }
        finally
        {
            SeenFiles.NoteNames(folder, names);
        }
    }

    /// <summary>Why a file is not read, to follow its name: "is larger than 1 MiB".</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="refusal">What <see cref="Read"/> said.</param>
    /// <param name="most">How many bytes the reader takes.</param>
    public static string Explain(string path, FileRefusal refusal, int most) =>
        refusal == FileRefusal.TooLarge
            ? $"is larger than {most / (1024 * 1024)} MiB"
            : "is not a regular file" + (Noun(KindOf(path)) is { } noun ? " but " + noun : "");

    private static string? Noun(FileKind kind) => kind switch
    {
        FileKind.Folder => "a folder",
        FileKind.Pipe => "a pipe",
        FileKind.Socket => "a socket",
        FileKind.Device => "a device",
        _ => null,
    };

    /// <summary>Pipes, devices and what the system makes up have no length.</summary>
    private static bool IsSurelyRegular(UnixStatus? status) =>
        // Windows has its pipes elsewhere, and a file of the cloud may take its time there.
        Path.DirectorySeparatorChar == '\\' || status is { Size: > 0 };

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
