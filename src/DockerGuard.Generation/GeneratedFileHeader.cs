using System;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci;

namespace DockerGuard.Generation;

/// <summary>
/// The line that marks a file as generated and carries a hash of all other lines, so that a file someone has edited by
/// hand is recognised and never overwritten. Line ends do not count, for Git may have changed them, and neither do
/// <see cref="CustomRegions"/>.
/// </summary>
public static class GeneratedFileHeader
{
    /// <summary>Whether the file is exactly as it was generated, its custom regions aside.</summary>
    public static bool IsUnmodified(string text)
    {
        if (CustomRegions.Take(text) is not { } regions) return false;
        text = regions.Rest;
        if (!GeneratedMark.TryFind(text, out var start, out var end)) return false;
        var hash = text.Substring(start + GeneratedMark.Start.Length, end - start - GeneratedMark.Start.Length);
        return hash == Sha256.Hex(text.Substring(0, start) + text.Substring(Math.Min(end + 1, text.Length)));
    }

    /// <summary>Puts the mark before the lines, after the directive if there is one.</summary>
    internal static string Mark(string directive, string body) =>
        directive + GeneratedMark.Start + Sha256.Hex(directive + body) + "\n" + body;
}
