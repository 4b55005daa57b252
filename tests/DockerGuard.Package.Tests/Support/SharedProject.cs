using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests.Support;

/// <summary>
/// A project the tests of one class build one after the other: restored and compiled once, otherwise new for each.
/// </summary>
internal sealed class SharedProject : IDisposable
{
    private readonly Dictionary<string, (string Text, DateTime Time)> _files;
    private readonly HashSet<string> _entries;

    private SharedProject(ProjectFolder folder)
    {
        Folder = folder;
        _files = Directory.GetFiles(folder.Path)
            .ToDictionary(file => file, file => (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));
        _entries = [.. Directory.GetFileSystemEntries(folder.Path)];
    }

    public ProjectFolder Folder { get; }

    /// <summary>Takes over a restored project and compiles it.</summary>
    public static async Task<SharedProject> CreateAsync(ProjectFolder folder)
    {
        (await folder.BuildAsync()).EnsureSuccess();
        Directory.Delete(folder["logs"], recursive: true);
        return new SharedProject(folder);
    }

    /// <summary>Removes what a test added and restores what it changed; compiled output stays.</summary>
    public ProjectFolder Reset()
    {
        foreach (var entry in Directory.GetFileSystemEntries(Folder.Path).Where(entry => !_entries.Contains(entry)))
        {
            if (Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is null)
                Directory.Delete(entry, recursive: true);
            else
                File.Delete(entry);
        }

        foreach (var (file, (text, time)) in _files)
        {
            File.WriteAllText(file, text);
            File.SetLastWriteTimeUtc(file, time);
        }

        return Folder;
    }

    public void Dispose() => Folder.Dispose();
}
