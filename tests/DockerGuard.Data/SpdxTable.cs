using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace DockerGuard.Data;

/// <summary><c>spdx.tsv</c>: the identifiers of the SPDX License List, deprecated ones too.</summary>
public static class SpdxTable
{
    /// <summary>The table of a commit of spdx/license-list-data.</summary>
    public static string Generate(Upstream licenseListData)
    {
        var licenses = licenseListData.ReadJson("json/licenses.json");
        var exceptions = licenseListData.ReadJson("json/exceptions.json");
        var version = Json.Text(licenses, "licenseListVersion");
        if (Json.Text(exceptions, "licenseListVersion") != version)
            throw new UpstreamException("licenses.json and exceptions.json are of different versions of the list");
        return Table.Write(
            [
                $"Identifiers of the SPDX License List (CC0-1.0), version {version}.",
                "Deprecated ones are here too, for they are still understood.",
                $"Source: spdx/license-list-data, commit {licenseListData.Commit} ({licenseListData.Date})",
            ],
            ["kind", "id"],
            [
                .. Rows("license", Json.List(licenses, "licenses"), "licenseId"),
                .. Rows("exception", Json.List(exceptions, "exceptions"), "licenseExceptionId"),
            ]);
    }

    private static IEnumerable<string[]> Rows(string kind, IEnumerable<JsonElement> entries, string id) =>
        entries.Select(entry => new[] { kind, Json.Text(entry, id) })
            .OrderBy(row => row[1], StringComparer.OrdinalIgnoreCase);
}
