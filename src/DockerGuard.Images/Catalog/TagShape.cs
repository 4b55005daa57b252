using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Images.Catalog;

/// <summary>
/// The parts of a .NET tag: <c>&lt;version&gt;[-preview.N][-&lt;family&gt;][-&lt;architecture&gt;]</c>
/// (dotnet/dotnet-docker, documentation/supported-tags.md).
/// </summary>
internal sealed class TagShape
{
    private static readonly Dictionary<string, string> ArchitectureSuffixes = new(StringComparer.Ordinal)
    {
        ["amd64"] = "amd64",
        ["arm32v7"] = "arm/v7",
        ["arm64v8"] = "arm64",
        ["arm64"] = "arm64",
    };

    private TagShape(Version dotNetVersion, string? fullVersion, bool isPreview, string family, string? architecture)
    {
        DotNetVersion = dotNetVersion;
        FullVersion = fullVersion;
        IsPreview = isPreview;
        Family = family;
        Architecture = architecture;
    }

    public Version DotNetVersion { get; }

    public string? FullVersion { get; }

    public bool IsPreview { get; }

    /// <summary>Empty when the tag names no operating system.</summary>
    public string Family { get; }

    public string? Architecture { get; }

    public static TagShape WithoutVersion(Version version) => new(version, null, false, "", null);

    public static TagShape? Parse(string tag)
    {
        var words = tag.Split('-').ToList();
        if (!TryReadVersion(words[0], out var version, out var hasPatch)) return null;
        var fullVersion = hasPatch ? words[0] : null;
        words.RemoveAt(0);

        var isPreview = words.Count > 0 && IsPreviewWord(words[0]);
        if (isPreview)
        {
            if (fullVersion is not null) fullVersion += "-" + words[0];
            words.RemoveAt(0);
        }

        string? architecture = null;
        if (words.Count > 0 && ArchitectureSuffixes.TryGetValue(words[words.Count - 1], out architecture))
            words.RemoveAt(words.Count - 1);
        // The first generation of repositories put the kind and a second version into the tag.
        words.RemoveAll(static word => word is "sdk" or "runtime" or "deps" or "aspnetcore"
            || word.Length == 0
            || (word[0] is >= '0' and <= '9' && word.IndexOf('.') > 0));
        return new TagShape(version, fullVersion, isPreview, string.Join("-", words), architecture);
    }

    private static bool IsPreviewWord(string word) =>
        word.StartsWith("preview", StringComparison.Ordinal) || word.StartsWith("rc", StringComparison.Ordinal)
        || word.StartsWith("alpha", StringComparison.Ordinal) || word.StartsWith("beta", StringComparison.Ordinal);

    private static bool TryReadVersion(string word, out Version version, out bool hasPatch)
    {
        version = new Version(0, 0);
        hasPatch = false;
        var parts = word.Split('.');
        if (parts.Length > 4) return false;
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!IsSmallNumber(parts[i], out numbers[i])) return false;
        hasPatch = parts.Length > 2;
        version = new Version(numbers[0], parts.Length > 1 ? numbers[1] : 0);
        return true;
    }

    private static bool IsSmallNumber(string text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 6) return false;
        foreach (var c in text)
        {
            if (c is < '0' or > '9') return false;
            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
