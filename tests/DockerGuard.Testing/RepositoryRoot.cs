using System;
using System.IO;

namespace DockerGuard.Testing;

/// <summary>The checkout the tests were built from.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Path { get; } = Find();

    /// <summary>The absolute path of a file or folder of the repository.</summary>
    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "DockerGuard.Build.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("the tests run outside their repository");
    }
}
