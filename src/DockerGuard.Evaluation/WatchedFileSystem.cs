using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using Microsoft.Build.FileSystem;

namespace DockerGuard.Evaluation;

/// <summary>
/// The file system as evaluations see it. It remembers all that MSBuild asks of it, there or not: conditions, wildcards
/// of items and imports, and files that are looked for in every folder above. While all of that is as it was, and all
/// that was read, an evaluation finds the same.
/// </summary>
/// <param name="own">
/// The project's own folder: a Dockerfile brings it whole, so no matter which files a wildcard takes there.
/// </param>
internal sealed class WatchedFileSystem(string own) : MSBuildFileSystemBase
{
    private const string All = "*";

    /// <summary>What this package's own targets look for: no image is made of it.</summary>
    private static readonly string[] OfOurs = ["dockerfile", "containerfile", "dockerguard", "hadolint"];

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _listed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _found = new(StringComparer.Ordinal);

    /// <summary>Absolute paths of the files that were asked for and are there, ordered.</summary>
    public IReadOnlyList<string> Found => [.. _found.Keys.OrderBy(static path => path, StringComparer.Ordinal)];

    /// <summary>Says by what all that was listed can be seen to hold.</summary>
    /// <param name="stamps">Learns it.</param>
    /// <param name="foreign">Knows what no build changes by itself.</param>
    public void Stamp(InputStamps stamps, ForeignFolders foreign)
    {
        foreach (var folder in _listed.Where(folder => !foreign.IsSettled(folder.Key)))
            stamps.AddListing(folder.Key, folder.Value, foreign.SettledIn(folder.Key));
    }

    /// <summary>Whether this package's own targets ask for a path.</summary>
    public static bool IsOurs(string path) => Path.GetFileName(path) is var name
        && OfOurs.Any(ours => name.IndexOf(ours, StringComparison.OrdinalIgnoreCase) >= 0);

    public override bool FileExists(string path)
    {
        if (!base.FileExists(Ask(path))) return false;
        if (AbsolutePath.TryOf(own, path) is { } full) _found[full] = true;
        return true;
    }

    public override bool DirectoryExists(string path) => base.DirectoryExists(Ask(path));

    public override bool FileOrDirectoryExists(string path) =>
        FileExists(path) || base.FileOrDirectoryExists(path);

    public override FileAttributes GetAttributes(string path) => base.GetAttributes(Ask(path));

    public override IEnumerable<string> EnumerateFiles(
        string path, string searchPattern = All, SearchOption searchOption = SearchOption.TopDirectoryOnly) =>
        base.EnumerateFiles(List(path, searchOption), searchPattern, searchOption);

    public override IEnumerable<string> EnumerateDirectories(
        string path, string searchPattern = All, SearchOption searchOption = SearchOption.TopDirectoryOnly) =>
        base.EnumerateDirectories(List(path, searchOption), searchPattern, searchOption);

    public override IEnumerable<string> EnumerateFileSystemEntries(
        string path, string searchPattern = All, SearchOption searchOption = SearchOption.TopDirectoryOnly) =>
        base.EnumerateFileSystemEntries(List(path, searchOption), searchPattern, searchOption);

    /// <summary>Who watches files sees what there is.</summary>
    private string Ask(string path)
    {
        if (AbsolutePath.TryOf(own, path) is { } full) RegularFile.KindOf(full);
        return path;
    }

    private string List(string folder, SearchOption option)
    {
        if (AbsolutePath.TryOf(own, folder) is not { } full || AbsolutePath.IsWithin(own, full)) return folder;
        Note(AbsolutePath.Trim(full));
        if (option == SearchOption.AllDirectories && base.DirectoryExists(full))
            foreach (var below in base.EnumerateDirectories(full, All, option)) Note(below);
        return folder;
    }

    private void Note(string folder) => _listed.GetOrAdd(folder, InputStamps.NamesIn);
}
