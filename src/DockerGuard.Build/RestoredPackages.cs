using System;
using System.IO;
using DockerGuard.Oci.Files;

namespace DockerGuard.Build;

/// <summary>Finds the folder of a package the project has restored, for policies that extend a file of one.</summary>
internal static class RestoredPackages
{
    /// <summary>The package's folder; null when the project does not reference it or has not been restored.</summary>
    /// <param name="id">The package.</param>
    /// <param name="assets">The text of NuGet's <c>project.assets.json</c>.</param>
    /// <param name="packageFolders">The folders NuGet restores into, divided by semicolons.</param>
    public static string? Find(string id, string assets, string? packageFolders)
    {
        // NuGet writes "path": "contoso.policy/1.2.0" once for every restored package, in lower case.
        var marker = $"\"path\": \"{id.ToLowerInvariant()}/";
        var start = assets.IndexOf(marker, StringComparison.Ordinal);
        if (start < 0) return null;
        start += marker.Length;
        var end = assets.IndexOf('"', start);
        if (end < 0) return null;
        var folder = Path.Combine(id.ToLowerInvariant(), assets.Substring(start, end - start));
        foreach (var root in (packageFolders ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = Path.Combine(root.Trim(), folder);
            if (RegularFile.KindOf(candidate) == FileKind.Folder) return candidate;
        }

        return null;
    }
}
