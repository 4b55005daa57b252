using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace DockerGuard.Testing;

/// <summary>
/// A solution in miniature, from one text: <c>project</c> is what the image is of, <c>prints</c> what it prints,
/// <c>without</c> what its image build need not see, <c>key</c> a key to sign with that is made, <c>package</c> one it
/// needs besides the product, <c>argument</c> one of its image build, <c>link</c> a link and where it leads,
/// <c>target</c> a further stage to build and what that prints, <c>runs</c> one to run; files follow,
/// each after a line <c>--- path</c>.
/// </summary>
public sealed class SolutionLayout
{
    private const string FileMark = "--- ";

    private readonly List<(string Path, string Text)> _files = [];
    private readonly List<string> _keys = [];
    private readonly List<(string Path, string Target)> _links = [];

    private SolutionLayout(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith(FileMark, StringComparison.Ordinal)) _files.Add((line[FileMark.Length..], ""));
            else if (_files.Count > 0) _files[^1] = (_files[^1].Path, _files[^1].Text + line + "\n");
            else ReadHead(line);
        }
    }

    /// <summary>The layouts of a folder, by name.</summary>
    public static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    /// <summary>Path of the project the image is of.</summary>
    public string Project { get; private set; } = "";

    /// <summary>What the application prints.</summary>
    public string Prints { get; private set; } = "";

    /// <summary>Beginnings of paths that the image build need not see.</summary>
    public List<string> Without { get; } = [];

    /// <summary>Ids of packages, with <c>$rid$</c> for this machine; what they depend on comes too.</summary>
    public List<string> Packages { get; } = [];

    /// <summary>Arguments of the image build, as <c>VERSION=1.2.3</c>.</summary>
    public List<string> Arguments { get; } = [];

    /// <summary>A stage that is built for itself, and what its build prints; null for none.</summary>
    public (string Stage, string Prints)? Target { get; private set; }

    /// <summary>A stage whose image is run too, and what that prints; null for none.</summary>
    public (string Stage, string Prints)? Run { get; private set; }

    public static SolutionLayout Read(string file) => new(File.ReadLines(file));

    /// <summary>Writes the files into a folder whose feed holds the product, as a repository.</summary>
    public async Task<ProjectFolder> WriteToAsync(ProjectFolder folder)
    {
        var version = await PackedProduct.VersionAsync();
        var reference = $"""<ItemGroup><PackageReference Include="{PackedProduct.Id}" Version="{version}" """
            + $"""PrivateAssets="all" /></ItemGroup>""";
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        foreach (var (path, text) in _files)
        {
            folder.Write(path, text.Replace("$package$", reference, StringComparison.Ordinal)
                .Replace("$version$", version, StringComparison.Ordinal)
                .Replace("$runtime$", Environment.Version.ToString(), StringComparison.Ordinal)
                .Replace("$framework$", "net" + DotNetHost.Channel, StringComparison.Ordinal));
        }

        foreach (var key in _keys) WriteKey(folder.Write(key, "")[key]);
        foreach (var (path, target) in _links) File.CreateSymbolicLink(folder[path], target);
        return folder;
    }

    private static void WriteKey(string path)
    {
        using var key = new RSACryptoServiceProvider(2048);
        File.WriteAllBytes(path, key.ExportCspBlob(includePrivateParameters: true));
    }

    private void ReadHead(string line)
    {
        var parts = line.Split(' ', 2);
        switch (parts[0])
        {
            case "project":
                Project = parts[1];
                break;
            case "prints":
                Prints = parts[1];
                break;
            case "without":
                Without.Add(parts[1]);
                break;
            case "key":
                _keys.Add(parts[1]);
                break;
            case "package":
                Packages.Add(parts[1]);
                break;
            case "argument":
                Arguments.Add(parts[1]);
                break;
            case "link":
                _links.Add(TwoOf(parts[1]));
                break;
            case "target":
                Target = TwoOf(parts[1]);
                break;
            case "runs":
                Run = TwoOf(parts[1]);
                break;
            case "#":
                break;
            default:
                throw new InvalidDataException($"'{line}' is no line of a layout");
        }
    }

    private static (string Name, string Text) TwoOf(string text)
    {
        var parts = text.Split(' ', 2);
        return (parts[0], parts[1]);
    }
}
