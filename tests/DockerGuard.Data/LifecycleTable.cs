using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DockerGuard.Data;

/// <summary>
/// <c>lifecycles.tsv</c>: the support of each .NET version, and what its tags without an operating system name. What
/// is not built any more stays as the table of today has it.
/// </summary>
public static class LifecycleTable
{
    private const string Index = "release-notes/releases-index.json";

    /// <summary>The table of a commit of dotnet/core and one of dotnet-docker.</summary>
    public static string Generate(Upstream core, Upstream dotnetDocker, string current)
    {
        var known = Table.Read(current);
        var manifest = ImageManifest.Read(dotnetDocker);
        var rows = Json.List(core.ReadJson(Index), "releases-index")
            .Select(release => Row(release, manifest, known))
            .OrderBy(row => System.Version.Parse(row[0]));
        return Table.Write(
            [
                "Support of each .NET version. phase is that of the source's day; eol is the last day of support, '-' "
                    + "when not announced.",
                "defaultFamily is what a tag without an operating system names; ubuntu lists the Ubuntu releases it is "
                    + "built on, the default first.",
                $"Source: dotnet/core {Index} ({core.Date}); default families: dotnet/dotnet-docker tag policy,",
                $"commit {dotnetDocker.Commit} ({dotnetDocker.Date})",
            ],
            ["dotnet", "type", "eol", "phase", "defaultFamily", "ubuntu"],
            rows);
    }

    private static string[] Row(JsonElement release, ImageManifest manifest, Dictionary<string, string[]> known)
    {
        var version = Json.Text(release, "channel-version");
        var row = known.GetValueOrDefault(version);
        var image = manifest.Find("dotnet/runtime", version) ?? manifest.Find("dotnet/runtime", version + "-preview");
        var family = image is null ? row?[4] ?? "-" : FamilyTable.Name(image.Family);
        return
        [
            version,
            Json.Text(release, "release-type"),
            Json.TextOrNull(release, "eol-date") ?? "-",
            Phase(Json.Text(release, "support-phase")),
            family,
            image is null ? row?[5] ?? "-" : Ubuntu(manifest, version, family),
        ];
    }

    /// <summary>
    /// Only Ubuntu is chiseled. The default stands first, then the newest, which the manifest has last.
    /// </summary>
    private static string Ubuntu(ImageManifest manifest, string version, string family)
    {
        const string Ending = "-chiseled";
        var releases = manifest.Images
            .Where(image => image.Version == version && image.Family.EndsWith(Ending, StringComparison.Ordinal))
            .Select(image => image.Family[..^Ending.Length])
            .Distinct()
            .OrderByDescending(release => release == family)
            .ThenByDescending(release => release, StringComparer.Ordinal)
            .ToList();
        return releases.Count == 0 ? "-" : string.Join(',', releases);
    }

    private static string Phase(string phase) => phase switch
    {
        "active" or "maintenance" => "supported",
        "eol" => "ended",
        "preview" or "go-live" => "preview",
        _ => throw new UpstreamException($"'{phase}' is no phase of support known here"),
    };
}
