using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace DockerGuard.Conformance;

/// <summary>The folder of the peers' cases.</summary>
internal sealed class ConformanceData(string folder)
{
    /// <summary>
    /// The folder the environment names, else <c>../shared/conformance</c> from the project's root; null when neither
    /// exists.
    /// </summary>
    public static ConformanceData? Find()
    {
        var named = Environment.GetEnvironmentVariable("DOCKERGUARD_CONFORMANCE");
        if (!string.IsNullOrEmpty(named)) return Directory.Exists(named) ? new ConformanceData(named) : null;
        for (var root = new DirectoryInfo(AppContext.BaseDirectory); root is not null; root = root.Parent)
        {
            if (!File.Exists(Path.Combine(root.FullName, "DockerGuard.Build.sln"))) continue;
            var shared = Path.GetFullPath(Path.Combine(root.FullName, "..", "shared", "conformance"));
            return Directory.Exists(shared) ? new ConformanceData(shared) : null;
        }

        return null;
    }

    public string PathOf(params string[] parts) => Path.Combine([folder, .. parts]);

    public string ReadText(params string[] parts) => File.ReadAllText(PathOf(parts));

    public byte[] ReadBytes(params string[] parts) => File.ReadAllBytes(PathOf(parts));

    /// <summary>Names of the folders inside a folder, sorted.</summary>
    public IEnumerable<string> Folders(params string[] parts) =>
        Directory.GetDirectories(PathOf(parts)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The objects of a file with one JSON object a line.</summary>
    public IEnumerable<JsonElement> ReadLines(params string[] parts)
    {
        foreach (var line in File.ReadLines(PathOf(parts)))
        {
            if (line.Length == 0) continue;
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
