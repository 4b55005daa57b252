using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Images.Catalog;

/// <summary>Data/families.tsv, looked up by the name a tag carries.</summary>
internal sealed class ImageFamilyTable
{
    private readonly Dictionary<string, string[]> _rows;

    public ImageFamilyTable(IEnumerable<string[]> rows) =>
        _rows = rows.ToDictionary(static row => row[0], StringComparer.Ordinal);

    public ImageFamily Get(string name)
    {
        var key = Key(name);
        if (_rows.TryGetValue(key, out var row) || _rows.TryGetValue(key + "-slim", out row))
            return Create(name, row, true);
        // A name newer than the table: its last words still say what was taken out, and all else is a full Linux image.
        for (var dash = key.IndexOf('-'); dash >= 0; dash = key.IndexOf('-', dash + 1))
            if (_rows.TryGetValue("*" + key.Substring(dash), out row)) return Create(name, row, false);
        return new ImageFamily(name, Libc.Glibc, true, null, true, true, null, false);
    }

    private static ImageFamily Create(string name, string[] row, bool isKnown) => new(
        name,
        row[1] switch { "musl" => Libc.Musl, "windows" => Libc.Windows, _ => Libc.Glibc },
        row[2] == "yes",
        row[3] == "-" ? null : row[3],
        row[4] == "yes",
        row[5] == "yes",
        row[6] == "-" ? null : row[6],
        isKnown);

    private static string Key(string name)
    {
        var words = name.Split('-');
        if (words[0] is "nanoserver" or "windowsservercore") return words[0];
        return string.Join("-", words
            .Where(static word => word is not ("composite" or "aot"))
            .Select(static word => word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'))
            .Where(static word => word.Length > 0));
    }
}
