using System;
using System.IO;
using System.Text;
using DockerGuard.Oci.Files;

namespace DockerGuard.Build;

/// <summary>
/// Writes a file whole or not at all. What a link leads to is written and the link stays; mode and, as far as the
/// system lets this user, owner are kept. Another name of the file, a hard link, keeps the old text.
/// </summary>
internal static class AtomicFile
{
    /// <summary>True when the file was written; false when it already had this content.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="isPrivate">
    /// Whether it is ours alone: nobody else may read it, and a link that stands in its place is replaced.
    /// </param>
    /// <exception cref="IOException">The file cannot be written; the old one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the old one is untouched.</exception>
    public static bool WriteIfChanged(string path, byte[] bytes, bool isPrivate = false)
    {
        if (IsRegular(path) && HasContent(path, bytes)) return false;
        Write(path, bytes, isPrivate);
        return true;
    }

    /// <summary>Writes the file, so that it is new even with the same content.</summary>
    /// <inheritdoc cref="WriteIfChanged"/>
    public static void Write(string path, byte[] bytes, bool isPrivate = false)
    {
        var exists = IsRegular(path);
        if (LinkTarget.Of(path) is { } target)
        {
            if (isPrivate)
            {
                File.Delete(path);
                Write(path, bytes, isPrivate);
                return;
            }

            // Who made the link did not ask for folders elsewhere.
            if (!Directory.Exists(Path.GetDirectoryName(target)))
                throw new IOException("it is a link into a folder that is not there");
            path = target;
        }

        // Two builds may write the same file at once: each has a temporary name of its own, and the last rename wins
        // whole.
        var suffix = $".{Guid.NewGuid():N}.tmp";
        var temporary = path + suffix;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (isPrivate)
            {
                File.WriteAllBytes(temporary, []);
                UnixFile.TryHide(temporary);
            }

            if (exists && !isPrivate) WriteLike(path, temporary, bytes);
            else File.WriteAllBytes(temporary, bytes);
            Move(temporary, path);
        }
        catch (Exception exception)
        {
            if (File.Exists(temporary)) File.Delete(temporary);
            // Nobody but this method knows of that file.
            var message = exception.Message.Replace(suffix, "");
            if (message == exception.Message) throw;
            if (exception is UnauthorizedAccessException) throw new UnauthorizedAccessException(message, exception);
            throw new IOException(message, exception);
        }
    }

    /// <summary>A text as it is written: UTF-8 without a mark.</summary>
    public static byte[] Encode(string text) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);

    /// <summary>Writes a file with mode and owner of another one, which must be writable itself.</summary>
    private static void WriteLike(string model, string path, byte[] bytes)
    {
        var status = UnixFile.StatusOf(model);
        if (status is { } known && UnixFile.IsReadOnly(known))
            throw new UnauthorizedAccessException("it is read-only");
        using (new FileStream(model, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            // It may be written; a rename asks the folder alone.
        }

        // The copy has the mode.
        File.Copy(model, path);
        using (var stream = new FileStream(path, FileMode.Truncate, FileAccess.Write))
            stream.Write(bytes, 0, bytes.Length);
        if (status is { } owner) UnixFile.TryGive(path, owner);
    }

    private static void Move(string source, string destination)
    {
        if (!File.Exists(destination))
        {
            try
            {
                File.Move(source, destination);
                return;
            }
            catch (IOException) when (File.Exists(destination))
            {
                // Another build was faster: replace what it wrote.
            }
        }

        File.Replace(source, destination, destinationBackupFileName: null);
    }

    /// <summary>
    /// True for a file, false where there is none; the rename would put one in the place of all else.
    /// </summary>
    private static bool IsRegular(string path)
    {
        if (Path.GetFileName(path).Length == 0) throw new IOException("it names a folder");
        return RegularFile.KindOf(path) switch
        {
            FileKind.Regular => true,
            FileKind.Unknown => false,
            FileKind.Folder => throw new IOException("it is a folder"),
            FileKind.Device => throw new IOException("it is a device, not a file"),
            _ => throw NotRegular(path, FileRefusal.NotRegular, most: 0),
        };
    }

    private static bool HasContent(string path, byte[] bytes)
    {
        var present = RegularFile.Read(path, bytes.Length, out var refusal);
        if (refusal == FileRefusal.NotRegular) throw NotRegular(path, refusal, bytes.Length);
        return present is not null && AreEqual(present, bytes);
    }

    private static IOException NotRegular(string path, FileRefusal refusal, int most) =>
        new("it " + RegularFile.Explain(path, refusal, most));

    private static bool AreEqual(byte[] left, byte[] right)
    {
        if (left.Length != right.Length) return false;
        var index = 0;
        while (index < left.Length && left[index] == right[index]) index++;
        return index == left.Length;
    }
}
