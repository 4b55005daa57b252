using System;

namespace DockerGuard.Checks;

/// <summary>The file of accepted findings.</summary>
/// <param name="Path">Absolute path.</param>
public sealed record BaselineInput(string Path)
{
    /// <summary>
    /// Set when the findings are to be written into the file instead of being reported: writes it while no other build
    /// reads or writes it.
    /// </summary>
    public SharedWrite? Write { get; init; }

    /// <summary>Whether somebody has named the file, so that it must be there.</summary>
    public bool IsNamed { get; init; }
}

/// <summary>
/// Writes a file that builds side by side share. How they are kept apart is the caller's; what <paramref name="text"/>
/// reads, nobody changes until it is written.
/// </summary>
/// <param name="path">Absolute path.</param>
/// <param name="text">Reads the file and gives its new text; null when there is nothing to write.</param>
public delegate WriteResult SharedWrite(string path, Func<string?> text);

/// <summary>How a write ended.</summary>
/// <param name="IsChanged">True when the file has a new text.</param>
/// <param name="Problem">Why it could not be written; null when it was, or there was nothing to write.</param>
public sealed record WriteResult(bool IsChanged, string? Problem = null);
