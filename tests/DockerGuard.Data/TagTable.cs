using System;
using System.Linq;

namespace DockerGuard.Data;

/// <summary><c>tags.tsv</c>: every tag of a .NET image.</summary>
public static class TagTable
{
    /// <summary>The table of a commit of dotnet-docker.</summary>
    public static string Generate(Upstream dotnetDocker)
    {
        var rows =
            from image in ImageManifest.Read(dotnetDocker).Images
            from tag in image.Tags
            select new[] { image.Repository, tag, image.Version, image.Family, string.Join(',', image.Architectures) };
        var sorted = rows
            .OrderBy(row => row[0], StringComparer.Ordinal)
            .ThenBy(row => row[1], StringComparer.Ordinal)
            .ToList();
        var twice = sorted.GroupBy(row => row[0] + ":" + row[1]).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new UpstreamException($"{twice.Key} names two images");
        return Table.Write(
            [
                "Tags of mcr.microsoft.com that name a .NET image for every architecture of its family.",
                "Source: dotnet/dotnet-docker manifest.json and manifest.versions.json, "
                    + $"commit {dotnetDocker.Commit} ({dotnetDocker.Date})",
                "Sorted by repository and tag, ordinal. Architectures as the OCI image specification names them.",
            ],
            ["repository", "tag", "dotnet", "family", "architectures"],
            sorted);
    }
}
