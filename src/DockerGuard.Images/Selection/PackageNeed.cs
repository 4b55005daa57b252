using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DockerGuard.Images.Catalog;

namespace DockerGuard.Images.Selection;

/// <summary>A system library that a NuGet package loads at run time. Source: Data/package-needs.tsv.</summary>
public sealed class PackageNeed
{
    private const string IcuLibrary = "ICU";

    private static readonly Lazy<Dictionary<string, PackageNeed>> Table = new(
        static () => TabSeparatedTable.ReadEmbedded("package-needs.tsv")
            .Select(static row => new PackageNeed(row))
            .ToDictionary(static need => need.PackageId, StringComparer.OrdinalIgnoreCase),
        LazyThreadSafetyMode.ExecutionAndPublication);

    private PackageNeed(string[] row)
    {
        PackageId = row[0];
        Library = row[1];
        AptPackage = row[2] == "-" ? null : row[2];
        ApkPackage = row[3] == "-" ? null : row[3];
        Source = row[4];
    }

    /// <summary>Id of the NuGet package.</summary>
    public string PackageId { get; }

    /// <summary>The library it loads: <c>libfontconfig</c>.</summary>
    public string Library { get; }

    /// <summary>The Debian or Ubuntu package with the library; null when an image variant brings it.</summary>
    public string? AptPackage { get; }

    /// <summary>The Alpine package with the library; null when an image variant brings it.</summary>
    public string? ApkPackage { get; }

    /// <summary>Where the need is described.</summary>
    public string Source { get; }

    /// <summary>
    /// Whether the library is ICU, which the -extra variants bring and invariant globalization switches off.
    /// </summary>
    public bool IsIcu => Library == IcuLibrary;

    /// <summary>What the packages of a project need, in the order of the packages.</summary>
    public static IReadOnlyList<PackageNeed> Of(IEnumerable<string> packageIds)
    {
        if (packageIds is null) throw new ArgumentNullException(nameof(packageIds));
        var needs = new List<PackageNeed>();
        foreach (var id in packageIds)
            if (Table.Value.TryGetValue(id, out var need)) needs.Add(need);
        return needs;
    }
}
