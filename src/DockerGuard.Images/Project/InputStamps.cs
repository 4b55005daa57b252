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
/// read, what is at the paths that were asked for, what lies where wildcards go, and what the environment says.
/// </summary>
public sealed class InputStamps
{
    /// <summary>By these alone a user's own folders are found, and no project names them.</summary>
    private static readonly string[] OfUsers =
        ["APPDATA", "HOME", "LOCALAPPDATA", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME"];

    private const string File = "file", Listing = "listing", Extensions = "extensions",
        Variables = "variables", Links = "links", Unknown = "unknown";

    /// <summary>What builds write into, and no project links from.</summary>
    private static readonly string[] PassedBy = [".git", ".vs", "bin", "node_modules", "obj"];

    /// <summary>Folders that are looked at in a build; asking anew takes no longer than looking at more.</summary>
    private const int MostFolders = 5_000;

    /// <summary>Between names of files, and of variables: none has it.</summary>
    private const char BetweenFiles = '/', BetweenVariables = '=';

    /// <summary>How far the clock of files may be behind that of programs.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromMilliseconds(20);

    private readonly DateTime _began = DateTime.UtcNow;
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SeenFile> _seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Without, string Names)> _listings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentioned = new(OfUsers, StringComparer.OrdinalIgnoreCase);
    private bool _isUnknown;

    /// <summary>A file whose content counts, there or not.</summary>
    public void AddFile(string path) => _known.Add(File + "\t" + path);

    /// <summary>A folder in which links may lie: what they lead to may be read.</summary>
    public void AddLinks(string folder) => _known.Add(Links + "\t" + folder);

    /// <summary>
    /// A project file as it would lie in the folder of what is imported for it by its name
    /// (<c>MSBuildProjectExtensionsPath</c>).
    /// </summary>
    public void AddExtensions(string path) => _known.Add(Extensions + "\t" + path);

    /// <summary>A folder of which the names of what is in it count.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="names">What is in it; nothing where it is not there.</param>
    /// <param name="without">Names that count for nothing: what builds write.</param>
    public void AddListing(string folder, IEnumerable<string> names, IEnumerable<string> without)
    {
        string[] left = [.. without.Distinct().OrderBy(static name => name, StringComparer.Ordinal)];
        _listings[folder] = (string.Join("" + BetweenFiles, left), Of(names, left));
        _isUnknown |= _listings.Count > MostFolders;
    }

    /// <summary>All that was seen of files.</summary>
    /// <param name="seen">It; null for what cannot be told.</param>
    /// <param name="counts">Whether a path counts for anything.</param>
    public void Add(IReadOnlyList<SeenFile>? seen, Func<string, bool> counts)
    {
        if (seen is null) AddUnknown();
        foreach (var file in (seen ?? []).Where(file => counts(file.Path)))
        {
            if (file.What == SeenFile.Content) AddFile(file.Path);
            else _seen[file.What + "\t" + file.Path] = file;
        }
    }

    /// <summary>Names of properties that are asked for: a variable of the environment may set one.</summary>
    public void AddVariables(IEnumerable<string> names) => _mentioned.UnionWith(names);

    /// <summary>Something counts that nobody can see later: nothing holds.</summary>
    public void AddUnknown() => _isUnknown = true;

    /// <summary>What is in a folder; nothing where there is none.</summary>
    public static IReadOnlyList<string> NamesIn(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName)]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever may not read it takes nothing from it either.
            return [];
        }
    }

    /// <summary>The lines that say how things are now.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        // Names that no project mentions; a new one may be mentioned, for all that is known of it.
        string[] others = [.. NamesOfEnvironment().Where(name => !_mentioned.Contains(name))];
        BuildFactsText.Line(text, Variables, string.Join("" + BetweenVariables, others), OfEnvironment(others));
        foreach (var known in _known)
        {
            var fields = known.Split(['\t'], 2);
            BuildFactsText.Line(text, fields[0], fields[1], Now(fields[0], fields[1])!);
            // It may be another one than was read.
            _isUnknown |= fields[0] == File && FileArrival.IsSince(fields[1], _began - Behind);
        }

        foreach (var file in _seen.Values.Where(file => !IsKnownBetter(file)))
            BuildFactsText.Line(text, file.What, file.Path, file.Answer);
        foreach (var listing in _listings)
            BuildFactsText.Line(text, Listing, listing.Key, listing.Value.Names, listing.Value.Without);
        if (_isUnknown) BuildFactsText.Line(text, Unknown);
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
            if ((fields[0] == Links) != ofLinks) continue;
            var holds = fields.Length switch
            {
                3 when Now(fields[0], fields[1]) is { } now => now == fields[2],
                3 => new SeenFile(fields[0], fields[1], fields[2]).Holds(),
                4 when fields[0] == Listing =>
                    fields[2] == Of(NamesIn(fields[1]), fields[3].Split(BetweenFiles)),
                _ => false,
            };
            if (!holds) return false;
        }

        return true;
    }

    /// <summary>Null for what another asks.</summary>
    private static string? Now(string kind, string path) => kind switch
    {
        File => OfFile(path),
        Links => OfLinks(path),
        Extensions => OfExtensions(path),
        Variables => OfEnvironment(path.Split(BetweenVariables)),
        _ => null,
    };

    private static string Of(IEnumerable<string> names, string[] without) => Sha256.Hex(string.Join(
        "\n",
        names.Where(name => Array.IndexOf(without, name) < 0).OrderBy(static name => name, StringComparer.Ordinal)));

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

    private static string OfLinks(string root)
    {
        var links = new StringBuilder();
        var folders = new Queue<string>();
        if (Directory.Exists(root)) folders.Enqueue(root);
        for (var count = 0; folders.Count > 0 && count < MostFolders; count++)
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folders.Dequeue()).EnumerateFileSystemInfos()
                    .OrderBy(static entry => entry.Name, StringComparer.Ordinal))
                {
                    if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
                    {
                        links.Append($"{entry.FullName} -> {LinkTarget.TextOf(entry.FullName)}\n");
                    }
                    else if ((entry.Attributes & FileAttributes.Directory) != 0
                        && !PassedBy.Contains(entry.Name, StringComparer.OrdinalIgnoreCase))
                    {
                        folders.Enqueue(entry.FullName);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Whoever may not read it takes nothing from it either.
            }
        }

        return links.Length > 0 ? Sha256.Hex(links.ToString()) : "";
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

    /// <summary>Who knows what is at a path knows that there is something.</summary>
    private bool IsKnownBetter(SeenFile file) =>
        file.What == SeenFile.There && _seen.ContainsKey(SeenFile.Kind + "\t" + file.Path);

    private static IEnumerable<string> NamesOfEnvironment() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .OrderBy(static name => name, StringComparer.Ordinal);

    private static string OfEnvironment(string[] others)
    {
        var left = new HashSet<string>(others, StringComparer.Ordinal);
        return Sha256.Hex(string.Join("\n", NamesOfEnvironment().Where(name => !left.Contains(name))
            .Select(static name => name + "=" + Environment.GetEnvironmentVariable(name))));
    }
}
