using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DockerGuard.Images.Catalog;

/// <summary>
/// Data/tags.tsv. One tag is looked up in its text: most builds ask for one or two of many hundred, and all of them are
/// made only for who asks for all. Safe for any number of threads.
/// </summary>
internal sealed class TagTable
{
    private readonly string _text;
    private readonly ImageFamilyTable _families;
    private readonly Lazy<IReadOnlyList<CatalogTag>> _all;

    /// <param name="text">The table, with a line feed behind every line.</param>
    /// <param name="families">What the families of the tags bring.</param>
    public TagTable(string text, ImageFamilyTable families)
    {
        _text = text;
        _families = families;
        _all = new(() => ReadAll(), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>Every tag, sorted by repository and tag.</summary>
    public IReadOnlyList<CatalogTag> All => _all.Value;

    /// <summary>The tag with exactly this name; null when there is none.</summary>
    public CatalogTag? Find(string repository, string tag)
    {
        if (repository.IndexOf('\t') >= 0 || tag.IndexOf('\t') >= 0) return null;
        var start = _text.IndexOf($"\n{repository}\t{tag}\t", StringComparison.Ordinal) + 1;
        if (start == 0) return null;
        var row = _text.Substring(start, _text.IndexOf('\n', start) - start).Split('\t');
        return new CatalogTag(row[0], row[1], Version.Parse(row[2]), _families.Get(row[3]), row[4].Split(','));
    }

    private CatalogTag[] ReadAll()
    {
        // Few versions, families and architecture lists are shared by many tags: each is made once.
        var versions = new Dictionary<string, Version>(StringComparer.Ordinal);
        var families = new Dictionary<string, ImageFamily>(StringComparer.Ordinal);
        var architectures = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return TabSeparatedTable.Read("tags.tsv", _text).Select(row => new CatalogTag(
            row[0],
            row[1],
            Shared(versions, row[2], Version.Parse),
            Shared(families, row[3], _families.Get),
            Shared(architectures, row[4], static list => list.Split(',')))).ToArray();
    }

    private static T Shared<T>(Dictionary<string, T> made, string key, Func<string, T> make)
    {
        if (!made.TryGetValue(key, out var value)) made.Add(key, value = make(key));
        return value;
    }
}
