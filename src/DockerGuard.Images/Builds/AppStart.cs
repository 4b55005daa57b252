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
/// <param name="Fault">What is wrong.</param>
/// <param name="Word">The word of ENTRYPOINT or CMD.</param>
/// <param name="Path">The file it names, absolute.</param>
/// <param name="Expected">The file that is there or would be, absolute or a name; null when none is known.</param>
/// <param name="Command">The command that makes the app: <c>'dotnet publish' at line 12</c>.</param>
/// <param name="Origin">The place of the word.</param>
public sealed record AppStart(
    StartFault Fault, string Word, string Path, string? Expected, string Command, Origin Origin);

/// <summary>A path that is copied from a stage, and is not there.</summary>
/// <param name="Path">The path, absolute.</param>
/// <param name="Stage">The name or number of the stage.</param>
/// <param name="Output">The folder the app is published to there; null when that is not known.</param>
/// <param name="Command">The command that publishes it: <c>'dotnet publish' at line 12</c>.</param>
/// <param name="Origin">The place of the path.</param>
public sealed record MissingCopy(string Path, string Stage, string? Output, string Command, Origin Origin);
