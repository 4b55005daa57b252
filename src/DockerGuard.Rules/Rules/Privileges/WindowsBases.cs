using System;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;

namespace DockerGuard.Rules;

/// <summary>Tells Windows images, which know neither root nor privileged ports.</summary>
internal static class WindowsBases
{
    /// <summary>
    /// True for .NET's Windows images, and for the Windows images themselves: <c>windows/nanoserver</c> and its kin,
    /// also at a mirror.
    /// </summary>
    public static bool IsWindows(UsedImage? image) =>
        image?.Catalog?.Family.Libc == Libc.Windows
        || (image?.Reference is { } reference
            && reference.Repository.Split('/').Contains("windows", StringComparer.Ordinal));
}
