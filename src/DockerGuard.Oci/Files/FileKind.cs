namespace DockerGuard.Oci.Files;

/// <summary>What there is at a path, at the end of its links.</summary>
public enum FileKind
{
    /// <summary>Nothing, a link to nothing, or something that cannot be looked at.</summary>
    Unknown,

    /// <summary>A file of bytes.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A named pipe, which waits for a writer that may never come.</summary>
    Pipe,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A device, whose bytes may have no end.</summary>
    Device,
}
