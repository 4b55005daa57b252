using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;

namespace DockerGuard.Images.Project;

/// <summary>
/// By what a later build sees whether facts still hold, without evaluating anything: times and sizes of files that were
/// read, which of the names that are looked for are there, and what lies beside items outside their project.
/// </summary>
public sealed class InputStamps
{
    /// <summary>What is looked for in each folder, by all that look: another one changes a build.</summary>
    private static readonly string[] LookedFor =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp",
        "Directory.Solution.props", "Directory.Solution.targets", ".editorconfig", ".globalconfig", "global.json",
        "nuget.config", "NuGet.config", "NuGet.Config", "packages.lock.json", "dotnet-tools.json",
        ".config/dotnet-tools.json",
    ];

    private const string File = "file", Names = "names", Listing = "listing";

    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>A file whose content counts, there or not.</summary>
    public void AddFile(string path) => _known.Add(File + "\t" + path);

    /// <summary>A folder in which files of certain names are looked for.</summary>
    public void AddNames(string folder) => _known.Add(Names + "\t" + folder);

    /// <summary>A folder whose files a wildcard may take.</summary>
    public void AddListing(string folder) => _known.Add(Listing + "\t" + folder);

    /// <summary>The lines that say how things are now.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var known in _known)
        {
            var fields = known.Split(['\t'], 2);
            BuildFactsText.Line(text, fields[0], fields[1], Now(fields[0], fields[1]));
        }

        return text.ToString();
    }

    /// <summary>Whether all is as the lines say.</summary>
    public static bool Hold(string lines)
    {
        foreach (var line in lines.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = BuildFactsText.Fields(line);
            if (fields.Length != 3 || Now(fields[0], fields[1]) != fields[2]) return false;
        }

        return true;
    }

    private static string Now(string kind, string path) => kind switch
    {
        File => OfFile(path),
        Names => string.Join(",", LookedFor.Where(
            name => AbsolutePath.HasFile(Path.Combine(path, name.Replace('/', Path.DirectorySeparatorChar))))),
        _ => OfFolder(path),
    };

    private static string OfFile(string path)
    {
        var file = new FileInfo(path);
        return file.Exists
            ? string.Format(CultureInfo.InvariantCulture, "{0}:{1}", file.LastWriteTimeUtc.Ticks, file.Length)
            : "";
    }

    // The names alone: what is written into a folder's files changes nothing of which files a wildcard takes.
    private static string OfFolder(string path) =>
        Directory.Exists(path)
            ? Sha256.Hex(string.Join("\n", Directory.EnumerateFileSystemEntries(path)
                .Select(Path.GetFileName)
                .OrderBy(static name => name, StringComparer.Ordinal)))
            : "";
}
