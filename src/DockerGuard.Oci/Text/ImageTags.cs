using System;

namespace DockerGuard.Oci.Text;

/// <summary>
/// Tells the colon before an image's tag, <c>contoso/secret-service:1.2</c>, from the one behind the name of a secret.
/// </summary>
internal static class ImageTags
{
    /// <summary>Digits of a number in a tag and of a port; characters of a commit's short name.</summary>
    private const int MostOfNumber = 4, MostOfPort = 5, LeastOfCommit = 7;

    private static readonly string[] Words =
    [
        "latest", "stable", "edge", "main", "master", "dev", "develop", "nightly", "next", "beta", "alpha", "rc",
        "canary", "test", "staging", "prod", "production", "release", "lts", "slim", "alpine", "local", "ci", "debug",
        "preview", "jammy", "noble", "bookworm", "bullseye", "trixie", "chiseled", "extra", "amd64", "arm64", "linux",
        "windows", "nonroot", "snapshot", "build", "sha", "pr",
    ];

    private static readonly char[] Dividers = ['.', '-', '_', '+'], Digits = [.. "0123456789"];

    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>True for the tag of an image, or the port of a host, behind a colon.</summary>
    /// <param name="text">Holds the name.</param>
    /// <param name="name">Where it starts.</param>
    /// <param name="colon">Where it ends.</param>
    /// <param name="isProse">True for a text for people, where any word may be a tag.</param>
    public static bool IsAt(string text, int name, int colon, bool isProse)
    {
        if (name > 1 && text[name - 1] == '/' && char.IsLetterOrDigit(text[name - 2])) return true;
        // No name of an image begins with a hyphen or has capitals; headers of everybody's own begin with an X.
        if (!char.IsLetterOrDigit(text[name]) || (text[name] == 'x' && text[name + 1] == '-')) return false;
        for (var i = name; i < colon; i++) if (char.IsUpper(text[i])) return false;
        var end = colon + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-')) end++;
        var tag = text.Substring(colon + 1, end - colon - 1);
        if (end < text.Length && text[end] == '/') return tag.Length <= MostOfPort && tag.TrimEnd(Digits).Length == 0;
        if (tag.Length == 0 || (end < text.Length && text[end] is '=' or ':' or '+' or '%' or '$')) return false;
        tag = tag.TrimEnd('.');
        return IsTag(tag) || (isProse && AddressParameters.HoldsWords(tag)) || IsPlaceOfImage(text, name);
    }

    private static bool IsTag(string tag)
    {
        var parts = tag.Split(Dividers);
        for (var i = 0; i < parts.Length; i++)
        {
            var word = parts[i].TrimEnd(Digits);
            var isNumber = parts[i].Length - word.Length <= MostOfNumber
                && (word is "" or "v" || Array.IndexOf(Words, word) >= 0);
            if (!isNumber && !(i > 0 && parts[i].Length >= LeastOfCommit && IsHex(parts[i]))) return false;
        }

        return true;
    }

    private static bool IsHex(string text)
    {
        foreach (var c in text) if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f'))) return false;
        return true;
    }

    /// <summary>True behind <c>FROM</c> and its options, <c>--from=</c>, and <c>from=</c> of a mount.</summary>
    private static bool IsPlaceOfImage(string text, int name)
    {
        var line = text.LastIndexOfAny(LineEnds, name - 1 < 0 ? 0 : name - 1) + 1;
        var before = name < line ? "" : text.Substring(line, name - line).TrimStart(' ', '\t', '+', '-');
        if (before.EndsWith("from=", StringComparison.OrdinalIgnoreCase)) return true;
        var words = before.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
            if (!words[i].StartsWith("--", StringComparison.Ordinal)) return false;
        return words.Length > 0
            && words[0].Equals("FROM", StringComparison.OrdinalIgnoreCase)
            && char.IsWhiteSpace(before[before.Length - 1]);
    }
}
