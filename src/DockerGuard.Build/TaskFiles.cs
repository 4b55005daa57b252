using System;
using System.IO;
using System.Text;
using DockerGuard.Checks;
using DockerGuard.Images;
using DockerGuard.Rules;

namespace DockerGuard.Build;

/// <summary>
/// The one way a task reads and writes files of a project: what cannot be is one error, with the file's name.
/// </summary>
/// <param name="reporter">Where the error goes.</param>
internal sealed class TaskFiles(DiagnosticReporter reporter)
{
    /// <summary>
    /// Writes a file whole or not at all, and only when its content changes; false after an error has been reported.
    /// </summary>
    public bool TryWrite(string path, byte[] bytes, out bool isChanged)
    {
        var result = Write(path, bytes);
        isChanged = result.IsChanged;
        if (result.Problem is not { } problem) return true;
        Report(path, $"cannot be written: {problem}");
        return false;
    }

    /// <inheritdoc cref="TryWrite(string, byte[], out bool)"/>
    public bool TryWrite(string path, byte[] bytes) => TryWrite(path, bytes, out _);

    /// <inheritdoc cref="TryWrite(string, byte[], out bool)"/>
    public bool TryWrite(string path, string text, out bool isChanged) =>
        TryWrite(path, AtomicFile.Encode(text), out isChanged);

    /// <inheritdoc cref="TryWrite(string, byte[], out bool)"/>
    public bool TryWrite(string path, string text) => TryWrite(path, text, out _);

    /// <summary>The text of a file; null after an error has been reported.</summary>
    public string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            Report(path, $"cannot be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>Tells that a file cannot be written or read, and why.</summary>
    public void Report(string path, string problem) =>
        reporter.Report(ToolDiagnostics.CannotWrite, Origin.StartOf(path), $"'{Path.GetFileName(path)}' {problem}");

    /// <summary>Writes a file for a caller that tells of the problem itself.</summary>
    public static WriteResult Write(string path, byte[] bytes)
    {
        try
        {
            return new WriteResult(AtomicFile.WriteIfChanged(path, bytes));
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            return new WriteResult(false, exception.Message);
        }
    }

    /// <summary>True for what is thrown when a file, or a folder on the way to it, cannot be used.</summary>
    public static bool IsOfFiles(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException;
}
