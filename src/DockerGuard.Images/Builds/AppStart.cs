namespace DockerGuard.Images.Builds;

/// <summary>What is wrong with the file that an image starts.</summary>
public enum StartFault
{
    /// <summary>The publish makes another file, by name or by its case.</summary>
    OtherName,

    /// <summary>The app's file is copied to another place.</summary>
    OtherPlace,

    /// <summary>No such file is made, for the app is native or one single file.</summary>
    NoAssembly,

    /// <summary>No executable is made, for <c>UseAppHost</c> is false.</summary>
    NoExecutable,

    /// <summary>An assembly is started as if it were a program.</summary>
    AssemblyAsProgram,

    /// <summary><c>dotnet Web</c> is a command of the SDK, not the assembly.</summary>
    NoExtension,
}

/// <summary>A file of the app that an image is to start, and cannot.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="word">The word of ENTRYPOINT or CMD.</param>
/// <param name="path">The file it names, absolute.</param>
/// <param name="expected">The file that is there or would be, absolute or a name; null when none is known.</param>
/// <param name="command">The command that makes the app: <c>'dotnet publish' at line 12</c>.</param>
/// <param name="origin">The place of the word.</param>
public sealed class AppStart(
    StartFault fault, string word, string path, string? expected, string command, Origin origin)
{
    public StartFault Fault { get; } = fault;

    public string Word { get; } = word;

    public string Path { get; } = path;

    public string? Expected { get; } = expected;

    public string Command { get; } = command;

    public Origin Origin { get; } = origin;
}

/// <summary>A path that is copied from a stage, and is not there.</summary>
/// <param name="path">The path, absolute.</param>
/// <param name="stage">The name or number of the stage.</param>
/// <param name="output">The folder the app is published to there; null when that is not known.</param>
/// <param name="command">The command that publishes it: <c>'dotnet publish' at line 12</c>.</param>
/// <param name="origin">The place of the path.</param>
public sealed class MissingCopy(string path, string stage, string? output, string command, Origin origin)
{
    public string Path { get; } = path;

    public string Stage { get; } = stage;

    public string? Output { get; } = output;

    public string Command { get; } = command;

    public Origin Origin { get; } = origin;

    /// <summary>The stage of the command where it is another one, which is made of that.</summary>
    public string? Elsewhere { get; init; }
}
