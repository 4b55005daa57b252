using System;
using System.Runtime.InteropServices;

namespace DockerGuard.Testing;

/// <summary>The .NET installation that runs the tests.</summary>
public static class DotNetHost
{
    // RuntimeEnvironment names <root>/shared/Microsoft.NETCore.App/<version>/.
    private static readonly string RuntimeFolder = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/', '\\');

    /// <summary>The dotnet program.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(
        System.IO.Path.Combine(RuntimeFolder, "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>Major and minor of the runtime, such as "10.0".</summary>
    public static string Channel { get; } = Version.Parse(System.IO.Path.GetFileName(RuntimeFolder)).ToString(2);
}
