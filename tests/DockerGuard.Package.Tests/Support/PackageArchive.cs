using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests.Support;

/// <summary>The entries of a .nupkg or .snupkg.</summary>
internal sealed class PackageArchive
{
    private PackageArchive(IReadOnlyDictionary<string, byte[]> entries) => Entries = entries;

    /// <summary>The content of every entry by its path.</summary>
    public IReadOnlyDictionary<string, byte[]> Entries { get; }

    public static PackageArchive Read(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return new PackageArchive(
            archive.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal));
    }

    public static async Task<PackageArchive> ProductAsync() => Read(await PackedProduct.FileAsync());

    /// <summary>What the Open Packaging Conventions add to every package.</summary>
    public static bool IsPackagingMetadata(string entry) =>
        entry is "_rels/.rels" or "[Content_Types].xml" || entry.EndsWith(".psmdcp", StringComparison.Ordinal);

    /// <summary>The names of the files in a folder of the package.</summary>
    public IReadOnlyList<string> In(string folder) =>
        [
            .. Entries.Keys.Where(entry => entry.StartsWith(folder, StringComparison.Ordinal))
                .Select(entry => entry[folder.Length..])
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The package's metadata element of the .nuspec.</summary>
    public XElement Metadata()
    {
        using var nuspec = new MemoryStream(Entries[PackedProduct.Id + ".nuspec"]);
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public string? MetadataValue(string name) =>
        Metadata().Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
