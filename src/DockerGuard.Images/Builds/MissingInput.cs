namespace DockerGuard.Images.Builds;

/// <summary>A file that a command of a Dockerfile reads, and that is not there for sure.</summary>
/// <param name="Path">The file from the root of the build context, upwards where it lies outside.</param>
/// <param name="Kind">How much depends on it.</param>
/// <param name="Why">How it is read, to follow the file's name: <c>Web.csproj references it</c>.</param>
/// <param name="Cause">Why it is not there.</param>
/// <param name="IsOfRestore">True when only a restore misses it, and what comes after has it.</param>
/// <param name="IsRestoredLater">True when a later command restores again.</param>
/// <param name="Command">The command: <c>'dotnet publish' at line 12</c>.</param>
/// <param name="Origin">The place of the command.</param>
public sealed record MissingInput(
    string Path,
    NeedKind Kind,
    string Why,
    MissingCause Cause,
    bool IsOfRestore,
    bool IsRestoredLater,
    string Command,
    Origin Origin);

/// <summary>Why a file is not there.</summary>
public enum MissingCause
{
    /// <summary>No COPY, ADD or mount brings it.</summary>
    NotCopied,

    /// <summary>The ignore file keeps it out of the build.</summary>
    Ignored,

    /// <summary>It lies outside the build context.</summary>
    Outside,
}
