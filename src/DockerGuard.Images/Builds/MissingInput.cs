namespace DockerGuard.Images.Builds;

/// <summary>A file that a command of a Dockerfile reads, and that is not there for sure.</summary>
/// <param name="path">The file from the root of the build context, upwards where it lies outside.</param>
/// <param name="kind">How much depends on it.</param>
/// <param name="why">How it is read, to follow the file's name: <c>Web.csproj references it</c>.</param>
/// <param name="cause">Why it is not there.</param>
/// <param name="isOfRestore">True when only a restore misses it, and what comes after has it.</param>
/// <param name="isRestoredLater">True when a later command restores again.</param>
/// <param name="command">The command: <c>'dotnet publish' at line 12</c>.</param>
/// <param name="origin">The place of the command.</param>
public sealed class MissingInput(
    string path,
    NeedKind kind,
    string why,
    MissingCause cause,
    bool isOfRestore,
    bool isRestoredLater,
    string command,
    Origin origin)
{
    public string Path { get; } = path;

    public NeedKind Kind { get; } = kind;

    public string Why { get; } = why;

    public MissingCause Cause { get; } = cause;

    public bool IsOfRestore { get; } = isOfRestore;

    public bool IsRestoredLater { get; } = isRestoredLater;

    public string Command { get; } = command;

    public Origin Origin { get; } = origin;
}

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
