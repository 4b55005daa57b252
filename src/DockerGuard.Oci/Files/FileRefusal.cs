namespace DockerGuard.Oci.Files;

/// <summary>Why a file that can be opened is not read.</summary>
public enum FileRefusal
{
    /// <summary>It is read.</summary>
    None,

    /// <summary>It has more bytes than its reader takes.</summary>
    TooLarge,

    /// <summary>It is a pipe, a device or something else that is no place for bytes.</summary>
    NotRegular,
}
