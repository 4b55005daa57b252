using System;
using System.Collections.Generic;

namespace DockerGuard.Build.Processes;

/// <summary>How a tool of others is called.</summary>
/// <param name="Program">Absolute path.</param>
/// <param name="Arguments">The command line after the program; no shell reads it.</param>
/// <param name="WorkFolders">
/// Absolute paths of folders; in the first that can be written it gets a folder of its own to run in.
/// </param>
internal sealed record ToolCall(string Program, string Arguments, IReadOnlyList<string> WorkFolders)
{
    /// <summary>How the name of its folder begins.</summary>
    public string FolderName { get; init; } = "tool";

    /// <summary>The files it finds in its folder.</summary>
    public IReadOnlyList<ToolFile> Files { get; init; } = [];

    /// <summary>Environment variables it must not see.</summary>
    public IReadOnlyList<string> HiddenVariables { get; init; } = [];

    /// <summary>When it is stopped.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most bytes of output that are read.</summary>
    public int MostOutput { get; init; } = 64 * 1024 * 1024;
}

/// <summary>A file for a tool.</summary>
internal sealed record ToolFile(string Name, byte[] Content);

/// <summary>What a tool that ended by itself leaves.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="ErrorText">The first line of what it says on standard error.</param>
internal sealed record ToolOutput(int ExitCode, byte[] Output, string ErrorText);
