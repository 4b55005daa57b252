using System.Runtime.InteropServices;

namespace DockerGuard.Oci.Files;

/// <summary>The start of the runtime's <c>FileStatus</c>; what follows is kept room for.</summary>
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal readonly struct UnixStatus
{
    private readonly int _flags;

    /// <summary>Kind and permissions.</summary>
    public readonly int Mode;

    /// <summary>The owner's number.</summary>
    public readonly uint User;

    /// <summary>The group's number.</summary>
    public readonly uint Group;

    /// <summary>Bytes.</summary>
    public readonly long Size;

    private readonly long _accessTime;

    private readonly long _accessNanoseconds;

    private readonly long _writeTime;

    private readonly long _writeNanoseconds;

    /// <summary>Seconds since 1970 at which anything of the file, or of its entry, changed last.</summary>
    public readonly long ChangeTime;

    /// <summary>The nanoseconds that go with it.</summary>
    public readonly long ChangeNanoseconds;
}
