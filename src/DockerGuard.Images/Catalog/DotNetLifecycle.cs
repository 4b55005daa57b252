using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DockerGuard.Images.Catalog;

/// <summary>How long Microsoft supports a .NET version. Source: Data/lifecycles.tsv.</summary>
public sealed class DotNetLifecycle
{
    internal DotNetLifecycle(string[] row)
    {
        Version = Version.Parse(row[0]);
        IsLongTermSupport = row[1] == "lts";
        EndOfLife = row[2] == "-" ? null : DateTime.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        IsPreview = row[3] == "preview";
        DefaultFamily = row[4];
        UbuntuReleases = row[5] == "-" ? [] : row[5].Split(',').ToArray();
    }

    /// <summary>Major and minor.</summary>
    public Version Version { get; }

    public bool IsLongTermSupport { get; }

    /// <summary>The last day of support; null when it is not announced yet.</summary>
    public DateTime? EndOfLife { get; }

    /// <summary>True when the version was not released on the day of the table.</summary>
    public bool IsPreview { get; }

    /// <summary>The family a tag without an operating system names.</summary>
    public string DefaultFamily { get; }

    /// <summary>Code names of the Ubuntu releases the version's images are built on, the default first.</summary>
    public IReadOnlyList<string> UbuntuReleases { get; }

    /// <summary>Whether support has ended before the given day; on its last day a version is still supported.</summary>
    public bool HasEnded(DateTime today) => EndOfLife is { } last && today.Date > last;
}
