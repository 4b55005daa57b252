using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Build;

/// <summary>A folder of its own for the scripts ShellCheck reads; gone when it has.</summary>
internal sealed class ScriptFolder : IDisposable
{
    /// <summary>Owner only: 0700.</summary>
    private const uint OwnerOnly = 448;

    /// <param name="parent">An existing folder or one that can be made.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public ScriptFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, "shellcheck-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
        if (System.IO.Path.DirectorySeparatorChar == '/' && ChangeMode(Path, OwnerOnly) != 0) throw new IOException($"'{Path}' cannot be kept private");
    }

    public string Path { get; }

    public void Write(IReadOnlyList<string> scripts)
    {
        // As bytes: what is not UTF-8 in the Dockerfile is not UTF-8 here.
        for (var i = 0; i < scripts.Count; i++) File.WriteAllBytes(System.IO.Path.Combine(Path, ShellCheckOutput.FileName(i)), Dockerfile.Encode(scripts[i]));
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
            // Two may remove it at once, and on Windows a file may still be open; it lies where Clean and the system look.
        }
    }

    [DllImport("libc", EntryPoint = "chmod", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeMode(string path, uint mode);
}
