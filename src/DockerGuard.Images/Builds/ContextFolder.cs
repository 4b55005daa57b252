using System;
using DockerGuard.Dockerfiles.IgnoreFiles;

namespace DockerGuard.Images.Builds;

/// <summary>The folder that an image is built in.</summary>
/// <param name="Path">Absolute path, as the build is said to be started.</param>
/// <param name="Exists">
/// Tells of an absolute path whether a file or folder is there; asked only where it decides.
/// </param>
/// <param name="Read">The text of a file by its absolute path; null where it cannot be read.</param>
/// <param name="IgnoreFile">What keeps files of it out of the build; null where nothing does.</param>
public sealed record ContextFolder(
    string Path, Func<string, bool> Exists, Func<string, string?> Read, IgnoreFile? IgnoreFile);
