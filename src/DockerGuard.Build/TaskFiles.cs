using System;
using System.IO;
using System.Threading;
using DockerGuard.Checks;
using DockerGuard.Images;
using DockerGuard.Oci.Files;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Build;

/// <summary>
/// The one way a task reads and writes files of a project: what cannot be is one error, with the file's name.
/// </summary>
/// <param name="reporter">Where the error goes.</param>
internal sealed class TaskFiles(DiagnosticReporter reporter)
{
    /// <summary>Above what restore writes for the largest of solutions, and above any log.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>
    /// Writes a file whole or not at all, and only when its content changes; false after an error has been reported.
    /// </summary>
    public bool TryWrite(string path, byte[] bytes, out bool isChanged)
    {
        var result = Write(path, bytes);
        isChanged = result.IsChanged;
        return Told(path, result);
    }

    /// <inheritdoc cref="TryWrite(string, byte[], out bool)"/>
    public bool TryWrite(string path, byte[] bytes) => TryWrite(path, bytes, out _);

    /// <inheritdoc cref="TryWrite(string, byte[], out bool)"/>
    public bool TryWrite(string path, string text, out bool isChanged) =>
        TryWrite(path, AtomicFile.Encode(text), out isChanged);

    /// <inheritdoc cref="TryWrite(string, byte[], out bool)"/>
    public bool TryWrite(string path, string text) => TryWrite(path, text, out _);

    /// <summary>
    /// Writes what is made of the present text of a file that builds side by side share; false after an error has been
    /// reported.
    /// </summary>
    /// <exception cref="OperationCanceledException">The build was stopped while another one held the file.</exception>
    public bool TryWriteShared(string path, Func<string> text, CancellationToken cancellation) =>
        Told(path, SharedFile.Write(path, text, cancellation));

    /// <summary>Writes a file that nobody else may read; false after an error has been reported.</summary>
    public bool TryWritePrivately(string path, string text) =>
        Told(path, Write(path, AtomicFile.Encode(text), isPrivate: true));

    /// <summary>
    /// Writes an empty file anew, so that its time is now; false after an error has been reported.
    /// </summary>
    public bool TryStamp(string path) =>
        Told(path, Attempt(() =>
        {
            AtomicFile.Write(path, [], isPrivate: true);
            return true;
        }));

    /// <summary>The text of a file; null after an error has been reported.</summary>
    public string? TryRead(string path) => TryReadBytes(path) is { } bytes ? Decode(bytes) : null;

    /// <summary>The content of a file; null after an error has been reported.</summary>
    public byte[]? TryReadBytes(string path)
    {
        try
        {
            if (RegularFile.Read(path, MaxBytes, out var refusal) is { } bytes) return bytes;
            Report(path, "cannot be read: it " + RegularFile.Explain(path, refusal, MaxBytes));
            return null;
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            Report(path, $"cannot be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>Tells that a file cannot be written or read, and why.</summary>
    public void Report(string path, string problem) =>
        reporter.Report(ToolDiagnostics.CannotWrite, Origin.StartOf(path), $"'{NameOf(path)}' {problem}");

    /// <summary>UTF-8, or what a byte order mark says.</summary>
    private static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes));
        return reader.ReadToEnd();
    }

    private static string NameOf(string path) => Path.GetFileName(path) is { Length: > 0 } name ? name : path;

    /// <summary>Writes a file for a caller that tells of the problem itself.</summary>
    public static WriteResult Write(string path, byte[] bytes, bool isPrivate = false) =>
        Attempt(() => AtomicFile.WriteIfChanged(path, bytes, isPrivate));

    /// <summary>True for what is thrown when a file, or a folder on the way to it, cannot be used.</summary>
    public static bool IsOfFiles(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException;

    private static WriteResult Attempt(Func<bool> write)
    {
        try
        {
            return new WriteResult(write());
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            return new WriteResult(false, exception.Message);
        }
    }

    /// <summary>True for a file that is written; false after an error has been reported.</summary>
    private bool Told(string path, WriteResult result)
    {
        if (result.Problem is not { } problem) return true;
        Report(path, $"cannot be written: {problem}");
        return false;
    }
}
