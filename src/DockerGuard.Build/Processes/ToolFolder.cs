using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace DockerGuard.Build.Processes;

/// <summary>A folder of its own for the files a tool reads; gone when it has.</summary>
internal sealed class ToolFolder : IDisposable
{
    /// <summary>Owner only: 0700.</summary>
    private const uint OwnerOnly = 448;

    /// <param name="parent">An existing folder or one that can be made.</param>
    /// <param name="name">How the folder's name begins.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public ToolFolder(string parent, string name)
    {
        Path = System.IO.Path.Combine(parent, name + "-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
        if (System.IO.Path.DirectorySeparatorChar == '/' && ChangeMode(Path, OwnerOnly) != 0)
            throw new IOException($"'{Path}' cannot be kept private");
    }

    public string Path { get; }

    public void Write(IReadOnlyList<ToolFile> files)
    {
        foreach (var file in files) File.WriteAllBytes(System.IO.Path.Combine(Path, file.Name), file.Content);
    }

    /// <summary>Removes the folder; a second time does nothing.</summary>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Two may remove it at once, and on Windows a file may still be open; it lies where Clean and the system
            // look.
        }
    }

    [DllImport(
        "libc", EntryPoint = "chmod", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeMode(string path, uint mode);
}
