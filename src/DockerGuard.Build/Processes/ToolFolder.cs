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

    /// <summary>Digits that make a folder's name its own.</summary>
    private const int Digits = 32;

    /// <summary>No tool is given so long: an older folder was left by a build that was stopped.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

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
                folder.RemoveLeft(parent, name);
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

    /// <summary>Removes folders of this kind whose builds are over, by the clock of the disk they lie on.</summary>
    private void RemoveLeft(string parent, string name)
    {
        try
        {
            var made = Directory.GetLastWriteTimeUtc(Path);
            foreach (var path in Directory.GetDirectories(parent, name + "-*"))
            {
                var digits = System.IO.Path.GetFileName(path).Substring(name.Length + 1);
                var isOurs = digits.Length == Digits && digits.All(Uri.IsHexDigit)
                    && (File.GetAttributes(path) & FileAttributes.ReparsePoint) == 0;
                if (isOurs && made - Directory.GetLastWriteTimeUtc(path) > Longest) Remove(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another build removes them too; what is left a later one finds.
        }
    }

    /// <summary>Removes the folder; a second time does nothing.</summary>
    public void Dispose() => Remove(Path);

    private static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
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
