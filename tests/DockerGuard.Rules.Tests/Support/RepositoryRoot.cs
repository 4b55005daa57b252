using System;
using System.IO;

namespace DockerGuard.Rules.Tests;

/// <summary>Finds the sources from where the tests run: pages, fixtures and project files are read in place.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string RulesProject { get; } = Combine("src", "DockerGuard.Rules");

    /// <summary>The folder of rules and their pages.</summary>
    public static string Rules { get; } = Combine("src", "DockerGuard.Rules", "Rules");

    public static string Fixtures { get; } = Combine("tests", "DockerGuard.Rules.Tests", "Fixtures");

    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>The path below the root with forward slashes on every system.</summary>
    public static string Relative(string file) => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/');

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "DockerGuard.Build.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds DockerGuard.Build.sln");
    }
}
