using System;
using System.Linq;
using DockerGuard.Oci;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>Tells by their names the images that run on Windows.</summary>
internal static class WindowsImages
{
    private const string Microsoft = "mcr.microsoft.com";

    private static readonly string[] Marks = ["windows", "windowsservercore", "servercore", "nanoserver"];

    /// <summary>
    /// True for an image whose path or tag has a word of Windows: <c>windows/servercore</c>,
    /// <c>golang:1.25-windowsservercore-ltsc2025</c>. A part of a word is none.
    /// </summary>
    public static bool Has(string name)
    {
        if (!ImageReference.TryParse(name, out var reference)) return false;
        var isMicrosofts = reference.Registry == Microsoft;
        if (isMicrosofts && reference.Repository.StartsWith("dotnet/framework/", StringComparison.Ordinal)) return true;
        if (reference.Repository.Split('/').Any(IsMark)) return true;
        // Beside a digest nobody looks at the tag, so it may say anything.
        var isTagRead = reference.Digest is null || isMicrosofts;
        return isTagRead && reference.Tag is { } tag && tag.Split('-').Any(IsMark);
    }

    private static bool IsMark(string word) => Array.IndexOf(Marks, word) >= 0;
}
