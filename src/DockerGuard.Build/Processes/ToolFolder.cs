using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using DockerGuard.Oci.Text;

namespace DockerGuard.Build.Processes;

/// <summary>A folder of its own for the files a tool reads; gone when it has.</summary>
internal sealed class ToolFolder : IDisposable
{
    /// <summary>Owner only: 0700.</summary>
    private const uint OwnerOnly = 448;

    private ToolFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes a folder with files in it, in the first of some folders in which that can be done.</summary>
    /// <param name="parents">Folders that exist or can be made.</param>
    /// <param name="name">How the folder's name begins.</param>
    /// <param name="files">The files.</param>
    /// <param name="cancellation">Ends it between two files; nothing is left behind.</param>
    /// <exception cref="IOException">It can be done in none of them.</exception>
    public static ToolFolder Make(
        IReadOnlyList<string> parents, string name, IReadOnlyList<ToolFile> files, CancellationToken cancellation)
    {
        foreach (var parent in parents)
        {
            var folder = new ToolFolder(System.IO.Path.Combine(parent, name + "-" + Guid.NewGuid().ToString("N")));
            try
            {
                folder.Fill(files, cancellation);
                return folder;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                folder.Dispose();
            }
            catch (OperationCanceledException)
            {
                folder.Dispose();
                throw;
            }
        }

        throw new IOException($"its files cannot be written in {string.Join(" or ", parents.Select(Sentence.Quote))}");
    }

    private void Fill(IReadOnlyList<ToolFile> files, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path);
        if (System.IO.Path.DirectorySeparatorChar == '/' && ChangeMode(Path, OwnerOnly) != 0)
            throw new IOException($"'{Path}' cannot be kept private");
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            File.WriteAllBytes(System.IO.Path.Combine(Path, file.Name), file.Content);
        }
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
