using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.IgnoreFiles;

namespace DockerGuard.Images.Project;

/// <summary>
/// What every ignore file keeps out of a build context: build output, tools' folders, and files that hold secrets or
/// change nothing. A project may have use for a file of such a name all the same.
/// </summary>
public static class IgnoredByHabit
{
    private static readonly Lazy<IgnoreFile> File = new(static () => IgnoreFile.Parse(string.Join("\n", Lines)));

    /// <summary>The lines of an ignore file, comments among them.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [
        "# build output",
        "**/bin",
        "**/obj",
        "**/TestResults",
        "**/*.binlog",
        "**/node_modules",
        "# version control and editors",
        "**/.git",
        "**/.gitattributes",
        "**/.gitignore",
        "**/.github",
        "**/.idea",
        "**/.vs",
        "**/.vscode",
        "**/*.suo",
        "**/*.user",
        "# secrets",
        "**/.env",
        "**/.env.*",
        "**/*.p12",
        "**/*.pfx",
        "**/secrets.json",
        "# settings of the development machine",
        "**/appsettings.*.local.json",
        "**/appsettings.local.json",
        "**/launchSettings.json",
        "# container files",
        "**/*.dockerignore",
        "**/.dockerguard.y*ml",
        "**/Dockerfile",
        "**/Dockerfile.*",
        "**/compose.y*ml",
        "**/compose.*.y*ml",
        "**/docker-compose*.y*ml",
    ];

    /// <summary>Whether a file is hidden.</summary>
    /// <param name="path">Path from a folder of the context, with slashes.</param>
    public static bool Hides(string path) => File.Value.IsIgnored(path);

    /// <summary>The first folder above a file that is hidden whole; null when only the file's own name is.</summary>
    /// <param name="path">Path from a folder of the context, with slashes.</param>
    public static string? FolderOf(string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        var parts = path.Split('/');
        for (var count = 1; count < parts.Length; count++)
        {
            var folder = string.Join("/", parts.Take(count));
            if (Hides(folder)) return folder;
        }

        return null;
    }
}
