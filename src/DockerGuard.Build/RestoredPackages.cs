using System;
using System.IO;

namespace DockerGuard.Build;

/// <summary>Finds the folder of a package the project has restored, for policies that extend a file of one.</summary>
internal static class RestoredPackages
{
    /// <summary>The package's folder; null when the project does not reference it or has not been restored.</summary>
    public static string? Find(string id, string? assetsFile, string? packageFolders)
    {
        if (string.IsNullOrEmpty(assetsFile) || string.IsNullOrEmpty(packageFolders) || !File.Exists(assetsFile)) return null;

        // NuGet writes "path": "contoso.policy/1.2.0" once for every restored package, in lower case.
        var assets = File.ReadAllText(assetsFile);
        var marker = $"\"path\": \"{id.ToLowerInvariant()}/";
        var start = assets.IndexOf(marker, StringComparison.Ordinal);
        if (start < 0) return null;
        start += marker.Length;
        var end = assets.IndexOf('"', start);
        if (end < 0) return null;
        var folder = Path.Combine(id.ToLowerInvariant(), assets.Substring(start, end - start));
        foreach (var root in packageFolders!.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = Path.Combine(root.Trim(), folder);
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
