using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.IgnoreFiles;

namespace DockerGuard.Images.Builds;

/// <summary>The folder that an image is built in.</summary>
/// <param name="path">Absolute path, as the build is said to be started.</param>
/// <param name="exists">
/// Tells of an absolute path whether a file or folder is there; asked only where it decides.
/// </param>
/// <param name="names">The names of the files in a folder by its absolute path; none where it is not there.</param>
/// <param name="read">The text of a file by its absolute path; null where it cannot be read.</param>
/// <param name="ignoreFile">What keeps files of it out of the build; null where nothing does.</param>
public sealed class ContextFolder(
    string path,
    Func<string, bool> exists,
    Func<string, IReadOnlyList<string>> names,
    Func<string, string?> read,
    IgnoreFile? ignoreFile)
{
    public string Path { get; } = path;

    public Func<string, bool> Exists { get; } = exists;

    public Func<string, IReadOnlyList<string>> Names { get; } = names;

    public Func<string, string?> Read { get; } = read;

    public IgnoreFile? IgnoreFile { get; } = ignoreFile;

    /// <summary>Whether somebody says that it is this folder; else the file alone tells, as far as it does.</summary>
    public bool IsGiven { get; init; } = true;
}
