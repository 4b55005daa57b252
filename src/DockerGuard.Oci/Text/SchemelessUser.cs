using System;
using System.Text.RegularExpressions;

namespace DockerGuard.Oci.Text;

/// <summary>Finds user and password of an address that has no scheme.</summary>
internal static class SchemelessUser
{
    /// <summary>A host by what stands behind its name; a digest is none.</summary>
    private static readonly Regex HostWithPortOrPath = new(@"^(?!sha\d+:)[\w.-]+(:\d{1,5}(?!\w)|/)");

    private static readonly char[] UserStarts = ['/', '=', ','], HostEnds = ['/', ':', '?', '#'];

    /// <summary>
    /// Where <c>user:s3cret</c> before <c>@host</c> starts, has its colon and ends, also behind slashes or a setting's
    /// name; <c>image:tag@sha256:…</c> has no host there. Nothing but zeros when there is none.
    /// </summary>
    public static (int Start, int Colon, int End) In(string word)
    {
        var at = word.LastIndexOf('@');
        var colon = word.IndexOf(':');
        if (colon <= 0 || at < colon || word.IndexOf("://", StringComparison.Ordinal) >= 0) return default;
        if (word.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || !IsHost(word, at + 1)) return default;
        return (word.LastIndexOfAny(UserStarts, colon) + 1, colon, at);
    }

    private static bool IsHost(string word, int start)
    {
        var end = word.IndexOfAny(HostEnds, start);
        if (end < 0) end = word.Length;
        return AddressCredentials.IsHost(word, start, end) || HostWithPortOrPath.IsMatch(word.Substring(start));
    }
}
