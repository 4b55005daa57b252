using System;
using System.Collections.Generic;
using System.Text;
using System.Xml.Linq;
using NuGet.Versioning;

namespace DockerGuard.Images.Project;

/// <summary>What a <c>global.json</c> says of the SDKs a build takes.</summary>
/// <param name="Version">The .NET SDK; null when it names none.</param>
/// <param name="RollForward">Which others will do: <c>latestFeature</c>; null leaves it to the host.</param>
/// <param name="MSBuildSdks">Versions of MSBuild SDKs that come as packages, by name.</param>
public sealed record SdkPins(string? Version, string? RollForward, IReadOnlyDictionary<string, string> MSBuildSdks)
{
    // 10.0.4xx is one feature band.
    private const int PatchesOfBand = 100;

    private const string TestingPlatform = "Microsoft.Testing.Platform";

    private static readonly string[] Rules =
    [
        "disable", "patch", "latestpatch", "feature", "latestfeature", "minor", "latestminor", "major", "latestmajor",
    ];

    /// <summary>Whether it says that every project of tests is a program that runs them itself.</summary>
    public bool RunsTestsAsPrograms { get; init; }

    /// <summary>A file that pins nothing.</summary>
    public static SdkPins None { get; } = new(null, null, new Dictionary<string, string>());

    /// <summary>Reads the text of a file; one that is no JSON pins nothing, and the host refuses it.</summary>
    public static SdkPins Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var bytes = Encoding.UTF8.GetBytes(WithoutComments(text.TrimStart('\uFEFF')));
        if (JsonText.Parse(bytes) is not { } root) return None;
        var sdk = root.Element("sdk");
        return new SdkPins(
            Text(sdk?.Element("version")), Text(sdk?.Element("rollForward")), Sdks(root.Element("msbuild-sdks")))
        {
            RunsTestsAsPrograms = string.Equals(
                Text(root.Element("test")?.Element("runner")), TestingPlatform, StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>
    /// Whether the host takes an SDK where no other is installed; one that is no version is never taken. Source: the
    /// documentation of global.json, "Matching rules".
    /// </summary>
    /// <param name="sdk">A version: <c>10.0.400</c>.</param>
    public bool Accepts(string sdk)
    {
        if (Version is null) return true;
        if (!NuGetVersion.TryParse(sdk, out var found) || !NuGetVersion.TryParse(Version, out var pinned)) return false;
        if (found < pinned) return false;
        var isSameMinor = found.Major == pinned.Major && found.Minor == pinned.Minor;
        return RollForward?.ToLowerInvariant() switch
        {
            "disable" => found == pinned,
            "feature" or "latestfeature" => isSameMinor,
            "minor" or "latestminor" => found.Major == pinned.Major,
            "major" or "latestmajor" => true,
            _ => isSameMinor && found.Patch / PatchesOfBand == pinned.Patch / PatchesOfBand,
        };
    }

    /// <summary>Whether the host may take the SDK of an image; also where the file is not understood.</summary>
    /// <param name="sdk">Its version; null where the image's tag floats.</param>
    /// <param name="version">Major and minor of it.</param>
    public bool MayAccept(string? sdk, Version version)
    {
        if (version is null) throw new ArgumentNullException(nameof(version));
        // What the host cannot read it does not go by.
        if (Version is null || !NuGetVersion.TryParse(Version, out var pinned)) return true;
        var rule = RollForward?.ToLowerInvariant();
        if (rule is not null && Array.IndexOf(Rules, rule) < 0) return true;
        if (sdk is not null) return Accepts(sdk);
        // Of those that a tag may stand for, one is as new as any.
        return rule switch
        {
            "minor" or "latestminor" => version.Major == pinned.Major && version.Minor >= pinned.Minor,
            "major" or "latestmajor" => version >= new Version(pinned.Major, pinned.Minor),
            _ => version.Major == pinned.Major && version.Minor == pinned.Minor,
        };
    }

    private static Dictionary<string, string> Sdks(XElement? element)
    {
        var sdks = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // A name that is no name of XML, such as one with a slash, is in an attribute.
        foreach (var sdk in element?.Elements() ?? [])
            sdks[(string?)sdk.Attribute("item") ?? sdk.Name.LocalName] = sdk.Value;
        return sdks;
    }

    private static string? Text(XElement? element) => element?.Value is { Length: > 0 } text ? text : null;

    // The host takes comments and the platform's reader does not.
    private static string WithoutComments(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] switch
            {
                '"' => EndOfString(text, i),
                '/' when IsAt(text, i, "//") => -EndOf(text, i, "\n", keepsEnd: true),
                '/' when IsAt(text, i, "/*") => -EndOf(text, i + 2, "*/", keepsEnd: false),
                _ => i + 1,
            };
            if (end > 0) plain.Append(text, i, end - i);
            i = Math.Abs(end) - 1;
        }

        return plain.ToString();
    }

    private static int EndOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i + 1;
        }

        return text.Length;
    }

    private static int EndOf(string text, int start, string end, bool keepsEnd)
    {
        var at = start < text.Length ? text.IndexOf(end, start, StringComparison.Ordinal) : -1;
        return at < 0 ? text.Length : keepsEnd ? at : at + end.Length;
    }

    private static bool IsAt(string text, int index, string word) =>
        string.CompareOrdinal(text, index, word, 0, word.Length) == 0;
}
