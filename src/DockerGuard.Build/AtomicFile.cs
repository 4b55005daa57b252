using System;
using System.IO;
using System.Text;
using DockerGuard.Oci.Files;

namespace DockerGuard.Build;

/// <summary>Writes a file whole or not at all, and only when its content changes.</summary>
internal static class AtomicFile
{
    /// <summary>True when the file was written; false when it already had this content.</summary>
    /// <exception cref="IOException">The file cannot be written; the old one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the old one is untouched.</exception>
    public static bool WriteIfChanged(string path, byte[] bytes)
    {
        if (Path.GetFileName(path).Length == 0) throw new IOException("it names a folder");
        if (IsDevice(path)) throw new IOException("it is a device, not a file");
        if (File.Exists(path) && HasContent(path, bytes)) return false;

        // Two builds may write the same file at once: each has a temporary name of its own, and the last rename wins
        // whole.
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(temporary, bytes);
            Move(temporary, path);
        }
        catch when (File.Exists(temporary))
        {
            File.Delete(temporary);
            throw;
        }

        return true;
    }

    /// <summary>A text as it is written: UTF-8 without a mark.</summary>
    public static byte[] Encode(string text) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);

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

    /// <summary>The rename would put a file in the place of the device, which root may do.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static bool HasContent(string path, byte[] bytes)
    {
        var present = RegularFile.Read(path, bytes.Length, out var refusal);
        if (refusal == FileRefusal.NotRegular) throw new IOException("it is not a regular file");
        return present is not null && AreEqual(present, bytes);
    }

    private static bool AreEqual(byte[] left, byte[] right)
    {
        if (left.Length != right.Length) return false;
        var index = 0;
        while (index < left.Length && left[index] == right[index]) index++;
        return index == left.Length;
    }
}
