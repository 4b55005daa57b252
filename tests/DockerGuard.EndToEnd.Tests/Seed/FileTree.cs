using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace DockerGuard.EndToEnd.Tests.Seed;

/// <summary>One entry of a layer. Exactly one of the sources is set, none for a folder.</summary>
internal sealed record FileTreeEntry(
    UnixFileMode Mode, int Owner, string? SourceFile = null, string? Text = null, string? LinkTarget = null)
{
    public bool IsFolder => SourceFile is null && Text is null && LinkTarget is null;
}

/// <summary>
/// The content of one layer, sorted by path. Paths have no leading slash. /bin, /sbin and /lib are merged into /usr.
/// </summary>
internal sealed class FileTree
{
    public const UnixFileMode FileMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    public const UnixFileMode FolderMode =
        FileMode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] MergedIntoUsr = ["bin", "lib", "lib64", "sbin"];

    private readonly SortedDictionary<string, FileTreeEntry> _entries = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, FileTreeEntry>> Entries => _entries;

    public void AddFolder(string path, UnixFileMode mode = FolderMode, int owner = 0) =>
        Set(path, new FileTreeEntry(mode, owner));

    public void AddText(string path, string text, UnixFileMode mode = FileMode) =>
        Set(path, new FileTreeEntry(mode, 0, Text: text));

    public void AddLink(string path, string target) => Set(path, new FileTreeEntry(FolderMode, 0, LinkTarget: target));

    /// <summary>Takes a file, or a link as a link, from this machine.</summary>
    public void AddFile(string source, string path)
    {
        var file = new FileInfo(source);
        Set(
            path, file.LinkTarget is { } target
                ? new FileTreeEntry(FolderMode, 0, LinkTarget: target)
                : new FileTreeEntry(file.UnixFileMode, 0, SourceFile: source));
    }

    public void AddFolderContent(string source, string path)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            AddFile(file, Path.Combine(path, Path.GetRelativePath(source, file)));
    }

    /// <summary>/bin -> usr/bin and its like, as every current distribution has them.</summary>
    public void AddMergedUsr()
    {
        foreach (var folder in MergedIntoUsr)
        {
            AddFolder("usr/" + folder);
            _entries[folder] = new FileTreeEntry(FolderMode, 0, LinkTarget: "usr/" + folder);
        }
    }

    /// <summary>Two trees with the same description make the same layer, without reading every file.</summary>
    public string Describe()
    {
        var description = new StringBuilder();
        foreach (var (path, entry) in _entries)
        {
            description.Append(path)
                .Append('\0')
                .Append((int)entry.Mode)
                .Append('\0')
                .Append(entry.Owner)
                .Append('\0')
                .Append(entry.LinkTarget)
                .Append('\0')
                .Append(entry.Text)
                .Append('\0');
            if (entry.SourceFile is not null)
            {
                var file = new FileInfo(entry.SourceFile);
                description.Append(file.FullName)
                    .Append('\0')
                    .Append(file.Length)
                    .Append('\0')
                    .Append(file.LastWriteTimeUtc.Ticks);
            }

            description.Append('\n');
        }

        return description.ToString();
    }

    private void Set(string path, FileTreeEntry entry)
    {
        path = Canonical(path);
        for (var parent = Path.GetDirectoryName(path);
            !string.IsNullOrEmpty(parent);
            parent = Path.GetDirectoryName(parent))
        {
            _entries.TryAdd(parent, new FileTreeEntry(FolderMode, 0));
        }

        _entries[path] = entry;
    }

    private static string Canonical(string path)
    {
        path = path.Trim('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Array.IndexOf(MergedIntoUsr, path[..slash]) >= 0 ? "usr/" + path : path;
    }
}
