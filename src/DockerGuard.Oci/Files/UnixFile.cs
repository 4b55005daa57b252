using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace DockerGuard.Oci.Files;

/// <summary>What Unix knows of a file and the platform's own types do not tell.</summary>
internal static class UnixFile
{
    private const int KindMask = 0xF000, WriteMask = 0x92;

    /// <summary>0600.</summary>
    private const uint OfOwner = 0x180;

    /// <summary>Mode, owner and length of what a path leads to; null where they cannot be told.</summary>
    public static UnixStatus? StatusOf(string path)
    {
        if (Path.DirectorySeparatorChar == '\\') return null;
        try
        {
            return path.IndexOf('\0') < 0 && Stat(Bytes(path), out var status) == 0 ? status : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The kind a mode tells of.</summary>
    public static FileKind KindOf(UnixStatus status) => (status.Mode & KindMask) switch
    {
        0x8000 => FileKind.Regular,
        0x4000 => FileKind.Folder,
        0x1000 => FileKind.Pipe,
        0xC000 => FileKind.Socket,
        0x2000 or 0x6000 => FileKind.Device,
        _ => FileKind.Unknown,
    };

    /// <summary>True when nobody may write it; the system lets its administrator all the same.</summary>
    public static bool IsReadOnly(UnixStatus status) => (status.Mode & WriteMask) == 0;

    /// <summary>Gives a file to somebody, as far as the system lets this user.</summary>
    public static void TryGive(string path, UnixStatus owner)
    {
        // Who may not give the file away may at least share it with its group.
        if (ChangeOwner(Bytes(path), owner.User, owner.Group) != 0)
            _ = ChangeOwner(Bytes(path), uint.MaxValue, owner.Group);
    }

    /// <summary>Lets nobody but its owner read or write a file; where the system has no modes, nothing.</summary>
    public static void TryHide(string path)
    {
        if (Path.DirectorySeparatorChar != '\\') _ = ChangeMode(Bytes(path), OfOwner);
    }

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + '\0');

    /// <summary>The runtime's own call, which hides how the structure differs from system to system.</summary>
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    private static extern int Stat(byte[] path, out UnixStatus status);

    [DllImport("libc", EntryPoint = "chmod")]
    private static extern int ChangeMode(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "chown")]
    private static extern int ChangeOwner(byte[] path, uint user, uint group);
}
