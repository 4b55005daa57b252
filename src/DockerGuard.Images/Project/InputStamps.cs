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
/// read, which of the names that are looked for are there, what lies where wildcards go, and what the environment says.
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

    private const string File = "file", Names = "names", Listing = "listing", Tree = "tree", Extensions = "extensions",
        Variables = "variables", Links = "links";

    /// <summary>Folders of a tree that are looked at; a build must not wait for a tree of something else.</summary>
    private const int MostFolders = 2_000;

    /// <summary>What builds write into, and no wildcard is meant to take.</summary>
    private static readonly string[] PassedBy = [".git", ".vs", "bin", "node_modules", "obj"];

    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _variables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A file whose content counts, there or not.</summary>
    public void AddFile(string path) => _known.Add(File + "\t" + path);

    /// <summary>A folder in which files of certain names are looked for.</summary>
    public void AddNames(string folder) => _known.Add(Names + "\t" + folder);

    /// <summary>A folder whose files a wildcard may take.</summary>
    public void AddListing(string folder) => _known.Add(Listing + "\t" + folder);

    /// <summary>A folder that a wildcard goes through, there or not.</summary>
    public void AddTree(string folder) => _known.Add(Tree + "\t" + folder);

    /// <summary>A folder in which links may lie: what they lead to may be read.</summary>
    public void AddLinks(string folder) => _known.Add(Links + "\t" + folder);

    /// <summary>
    /// A project file as it would lie in the folder of what is imported for it by its name
    /// (<c>MSBuildProjectExtensionsPath</c>).
    /// </summary>
    public void AddExtensions(string path) => _known.Add(Extensions + "\t" + path);

    /// <summary>Names of properties that a variable of the environment may set.</summary>
    public void AddVariables(IEnumerable<string> names) => _variables.UnionWith(names);

    /// <summary>The lines that say how things are now.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        if (_variables.Count > 0)
        {
            var names = string.Join(";", _variables);
            BuildFactsText.Line(text, Variables, names, Now(Variables, names));
        }

        foreach (var known in _known)
        {
            var fields = known.Split(['\t'], 2);
            BuildFactsText.Line(text, fields[0], fields[1], Now(fields[0], fields[1]));
        }

        return text.ToString();
    }

    /// <summary>
    /// Whether all is as the lines say, but for links: to look at each file for them is too much for every build.
    /// </summary>
    public static bool Hold(string lines) => Hold(lines, ofLinks: false);

    /// <summary>Whether the links are as the lines say.</summary>
    public static bool HoldLinks(string lines) => Hold(lines, ofLinks: true);

    private static bool Hold(string lines, bool ofLinks)
    {
        foreach (var line in lines.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = BuildFactsText.Fields(line);
            if (fields.Length != 3) return false;
            if (fields[0] == Links == ofLinks && Now(fields[0], fields[1]) != fields[2]) return false;
        }

        return true;
    }

    private static string Now(string kind, string path) => kind switch
    {
        File => OfFile(path),
        Names => string.Join(",", LookedFor.Where(
            name => AbsolutePath.HasFile(Path.Combine(path, name.Replace('/', Path.DirectorySeparatorChar))))),
        Tree => OfTree(path),
        Links => OfTree(path, onlyLinks: true),
        Extensions => OfExtensions(path),
        Variables => OfEnvironment(path.Split(';')),
        _ => OfFolder(path),
    };

    private static string OfFile(string path)
    {
        var file = new FileInfo(path);
        return file.Exists
            ? string.Format(
                CultureInfo.InvariantCulture,
                "{0}:{1}:{2}",
                file.LastWriteTimeUtc.Ticks,
                file.Length,
                FileArrival.Of(path))
            : "";
    }

    private static string OfTree(string root, bool onlyLinks = false)
    {
        var names = new StringBuilder();
        var folders = new Queue<string>();
        if (Directory.Exists(root)) folders.Enqueue(root);
        for (var count = 0; folders.Count > 0 && count < MostFolders; count++)
        {
            var folder = folders.Dequeue();
            if (!onlyLinks) names.Append(folder).Append('\n');
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos()
                    .OrderBy(static entry => entry.Name, StringComparer.Ordinal))
                {
                    var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
                    if (!onlyLinks) names.Append(entry.Name).Append('\n');
                    else if (isLink) names.Append($"{entry.FullName} -> {LinkTarget.TextOf(entry.FullName)}\n");
                    var isFolder = (entry.Attributes & FileAttributes.Directory) != 0 && !isLink;
                    if (isFolder && !PassedBy.Contains(entry.Name, StringComparer.OrdinalIgnoreCase))
                        folders.Enqueue(entry.FullName);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Whoever may not read it takes nothing from it either.
            }
        }

        return names.Length > 0 ? Sha256.Hex(names.ToString()) : "";
    }

    private static string OfExtensions(string path)
    {
        var (folder, start) = (Path.GetDirectoryName(path)!, Path.GetFileName(path) + ".");
        return Directory.Exists(folder)
            ? string.Join(",", Directory.EnumerateFiles(folder, start + "*")
                .Select(Path.GetFileName)
                .Where(static name => Path.GetExtension(name) is ".props" or ".targets")
                .OrderBy(static name => name, StringComparer.Ordinal))
            : "";
    }

    // MSBuild takes a variable for a property whatever its case.
    private static string OfEnvironment(string[] names)
    {
        var known = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        var set = new List<string>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            if (known.Contains((string)variable.Key)) set.Add(variable.Key + "=" + variable.Value);
        set.Sort(StringComparer.Ordinal);
        return set.Count > 0 ? Sha256.Hex(string.Join("\n", set)) : "";
    }

    // The names alone: what is written into a folder's files changes nothing of which files a wildcard takes.
    private static string OfFolder(string path) =>
        Directory.Exists(path)
            ? Sha256.Hex(string.Join("\n", Directory.EnumerateFileSystemEntries(path)
                .Select(Path.GetFileName)
                .OrderBy(static name => name, StringComparer.Ordinal)))
            : "";
}
