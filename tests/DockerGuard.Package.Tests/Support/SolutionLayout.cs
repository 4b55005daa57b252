using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests.Support;

/// <summary>
/// A solution in miniature, from one text in Layouts: <c>project</c> is what the image is of, <c>prints</c> what it
/// prints, <c>without</c> what its image build need not see, <c>key</c> a key to sign with that is made; files follow,
/// each after a line <c>--- path</c>.
/// </summary>
internal sealed class SolutionLayout
{
    private const string FileMark = "--- ";

    private readonly List<(string Path, string Text)> _files = [];
    private readonly List<string> _keys = [];

    private SolutionLayout(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith(FileMark, StringComparison.Ordinal)) _files.Add((line[FileMark.Length..], ""));
            else if (_files.Count > 0) _files[^1] = (_files[^1].Path, _files[^1].Text + line + "\n");
            else ReadHead(line);
        }
    }

    public static IEnumerable<object[]> Names =>
        Directory.EnumerateFiles(FolderOfLayouts, "*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)
            .Select(name => new object[] { name });

    public string Project { get; private set; } = "";

    public string Prints { get; private set; } = "";

    public List<string> Without { get; } = [];

    private static string FolderOfLayouts =>
        RepositoryRoot.File("tests", "DockerGuard.Package.Tests", "Layouts");

    public static SolutionLayout Read(string name) =>
        new(File.ReadLines(Path.Combine(FolderOfLayouts, name + ".txt")));

    /// <summary>Writes the files into a repository whose only feed holds the product.</summary>
    public async Task<ProjectFolder> WriteAsync()
    {
        var folder = await UserProject.EmptyAsync();
        var reference = await UserProject.ReferenceAsync();
        var version = await PackedProduct.VersionAsync();
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        foreach (var (path, text) in _files)
        {
            folder.Write(path, text.Replace("$package$", reference, StringComparison.Ordinal)
                .Replace("$version$", version, StringComparison.Ordinal)
                .Replace("$framework$", "net" + DotNetHost.Channel, StringComparison.Ordinal));
        }

        foreach (var key in _keys) WriteKey(folder.Write(key, "")[key]);
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
            case "#":
                break;
            default:
                throw new InvalidDataException($"'{line}' is no line of a layout");
        }
    }
}
