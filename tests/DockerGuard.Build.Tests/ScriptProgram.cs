using System;
using System.IO;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>A small shell script that stands in for a tool.</summary>
internal static class ScriptProgram
{
    /// <summary>Writes the program and gives its path.</summary>
    public static string Write(TemporaryFolder folder, string script)
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("the programs of this test are shell scripts");
        var path = folder["program"];
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}
