using System.Collections.Generic;
using System.Globalization;

namespace DockerGuard.Dockerfiles.IgnoreFiles;

/// <summary>A set of code points of a regular expression: ranges, possibly negated as a whole.</summary>
internal sealed class CharacterSet
{
    private readonly List<(int First, int Last)> _ranges = [];
    private List<(char Category, bool Negated)>? _categories;

    /// <summary>Every character there is; nobody adds to it.</summary>
    public static CharacterSet Everything { get; } = new() { IsNegated = true };

    public bool IsNegated { get; set; }

    public static CharacterSet Of(int code)
    {
        var set = new CharacterSet();
        set.Add(code, code);
        return set;
    }

    public void Add(int first, int last) => _ranges.Add((first, last));

    /// <summary>Adds characters named by pairs of first and last; all others when negated.</summary>
    public void Add(string pairs, bool negated)
    {
        var next = 0;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (!negated) Add(pairs[i], pairs[i + 1]);
            else if (next < pairs[i]) Add(next, pairs[i] - 1);
            next = pairs[i + 1] + 1;
        }

        if (negated) Add(next, 0x10FFFF);
    }

    /// <summary>Adds a Unicode category by its first letter.</summary>
    public void AddCategory(char category, bool negated) => (_categories ??= []).Add((category, negated));

    public bool Contains(int code)
    {
        foreach (var (first, last) in _ranges)
            if (first <= code && code <= last) return !IsNegated;
        if (_categories is not null)
        {
            foreach (var (category, negated) in _categories)
                if ((CategoryOf(code) == category) != negated) return !IsNegated;
        }

        return IsNegated;
    }

    private static char CategoryOf(int code)
    {
        var category = code < 0x10000
            ? CharUnicodeInfo.GetUnicodeCategory((char)code)
            : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(code), 0);
        return category switch
        {
            <= UnicodeCategory.OtherLetter => 'L',
            <= UnicodeCategory.EnclosingMark => 'M',
            <= UnicodeCategory.OtherNumber => 'N',
            <= UnicodeCategory.ParagraphSeparator => 'Z',
            UnicodeCategory.OtherNotAssigned => '\0',
            <= UnicodeCategory.PrivateUse => 'C',
            <= UnicodeCategory.OtherPunctuation => 'P',
            _ => 'S',
        };
    }
}
