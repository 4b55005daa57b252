using System;

namespace DockerGuard.Oci.Text;

/// <summary>Finds user and password of an address that has no scheme.</summary>
internal static class SchemelessUser
{
    /// <summary>Digits of a port.</summary>
    private const int MostOfPort = 5;

    /// <summary>What may stand before a user; an address in quotes has them before it.</summary>
    private static readonly char[] UserStarts = ['/', '=', ',', '"', '\'', '`', '(', '<', '['];

    /// <summary>What stands before the name of a package and after it, where others have a user and a host.</summary>
    private static readonly string[] Packages =
        ["npm", "pkg", "jsr", "yarn", "file", "link", "workspace", "patch", "portal", "github", "docker", "oci"],
        Tags = ["latest", "next", "beta", "alpha", "rc", "canary", "edge", "stable", "dev", "main", "master", "head"];

    /// <summary>
    /// Where <c>user:s3cret</c> before <c>@host</c> starts, has its colon and ends, also behind slashes, quotes or a
    /// setting's name; <c>image:tag@sha256:…</c> has no host there. Nothing but zeros when there is none.
    /// </summary>
    public static (int Start, int Colon, int End) In(string word)
    {
        var at = word.LastIndexOf('@');
        var colon = word.IndexOf(':');
        if (colon <= 0 || at < colon || word.IndexOf("://", StringComparison.Ordinal) >= 0) return default;
        // The colon behind a word of the sentence: image:'user:s3cret@host'.
        if (word[colon + 1] is '"' or '\'' or '`' && word.IndexOf(':', colon + 1) is > 0 and var next && next < at)
            colon = next;
        var start = word.LastIndexOfAny(UserStarts, colon) + 1;
        if (start >= colon || word.IndexOf("mailto:", start, StringComparison.OrdinalIgnoreCase) == start)
            return default;
        return IsHost(word, at + 1) || IsBareHost(word, at + 1, word.Substring(start, colon - start))
            ? (start, colon, at)
            : default;
    }

    /// <summary>A name with dots, one with a port or a path behind it, or an IP address; a digest is none.</summary>
    private static bool IsHost(string word, int start)
    {
        var end = NameEnd(word, start);
        if (start < word.Length && word[start] == '[') return word.IndexOf(']', start) > 0;
        if (end == start || IsDigest(word, start, end)) return false;
        if (AddressCredentials.IsHost(word, start, end)) return true;
        if (end == word.Length) return false;
        var portEnd = end + 1;
        while (portEnd < word.Length && char.IsDigit(word[portEnd])) portEnd++;
        return word[end] == '/'
            || (word[end] == ':'
                && portEnd - end - 1 is > 0 and <= MostOfPort
                && (portEnd == word.Length || !IsOfName(word[portEnd])));
    }

    /// <summary>A name of which nothing tells that it is a host, <c>registry</c>, but for what is before it.</summary>
    private static bool IsBareHost(string word, int start, string user)
    {
        var end = NameEnd(word, start);
        // A stop ends the sentence.
        var name = word.Substring(start, end - start).TrimEnd('.');
        var isName = name.Length > 0 && char.IsLetter(name[0]) && name.IndexOf('.') < 0 && !IsDigest(word, start, end);
        if (!isName || !char.IsLetter(user[0]) || Array.IndexOf(Packages, user) >= 0) return false;
        var isVersion = name[0] is 'v' or 'V' && name.Length > 1 && char.IsDigit(name[1]);
        return !isVersion && !Array.Exists(Tags, tag => tag.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsDigest(string word, int start, int end) =>
        string.CompareOrdinal(word, start, "sha", 0, 3) == 0 && end - start > 3 && char.IsDigit(word[start + 3]);

    private static int NameEnd(string word, int start)
    {
        while (start < word.Length && IsOfName(word[start])) start++;
        return start;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
