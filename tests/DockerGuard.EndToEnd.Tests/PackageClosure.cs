using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>Packages of this machine's package folder, with all they depend on that is there.</summary>
internal static class PackageClosure
{
    /// <summary>
    /// The package files: of each the version of the runtime that runs this, which packs must have, else the newest.
    /// </summary>
    public static IReadOnlyList<string> Of(string packageFolder, IEnumerable<string> ids)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(ids.Select(static id => id.ToLowerInvariant()));
        while (open.TryDequeue(out var id))
        {
            if (files.ContainsKey(id)) continue;
            var file = Directory.EnumerateFiles(
                Path.Combine(packageFolder, id), "*.nupkg", SearchOption.AllDirectories)
                .OrderBy(static file => Version(file) == Environment.Version)
                .ThenBy(static file => Version(file))
                .Last();
            files.Add(id, file);
            var description = XDocument.Load(Path.Combine(Path.GetDirectoryName(file)!, id + ".nuspec"));
            foreach (var dependency in description.Descendants()
                .Where(static element => element.Name.LocalName == "dependency")
                .Select(static element => element.Attribute("id")!.Value.ToLowerInvariant())
                .Where(dependency => Directory.Exists(Path.Combine(packageFolder, dependency))))
            {
                open.Enqueue(dependency);
            }
        }

        return [.. files.Values];

        static Version Version(string file) => System.Version.TryParse(
            Path.GetFileName(Path.GetDirectoryName(file)), out var version) ? version : new Version();
    }
}
