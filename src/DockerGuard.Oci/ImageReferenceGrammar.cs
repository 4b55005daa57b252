using System;

namespace DockerGuard.Oci;

/// <summary>
/// The terms of the distribution reference grammar (distribution/reference, reference.go), each checked in one pass
/// over its characters.
/// </summary>
internal static class ImageReferenceGrammar
{
    private const int MaximumRepositoryLength = 255;
    private const int MaximumTagLength = 128;

    public static bool IsTag(string text)
    {
        if (text.Length is 0 or > MaximumTagLength) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsLetterOrDigit(c) && c != '_' && (i == 0 || (c != '.' && c != '-'))) return false;
        }
        return true;
    }

    public static bool IsRegistry(string text)
    {
        var port = text.LastIndexOf(':');
        if (text.Length > 0 && text[0] == '[')
        {
            var close = text.IndexOf(']');
            if (close < 0 || !IsInternetProtocol6(text, 1, close)) return false;
            return close == text.Length - 1 || (port == close + 1 && IsPort(text, port + 1));
        }
        var end = port < 0 ? text.Length : port;
        return (port < 0 || IsPort(text, port + 1)) && IsDomainName(text, end);
    }

    public static bool IsRepository(string text) => RepositoryProblem(text) is null;

    /// <summary>Why a path below a registry is no repository; null when it is one.</summary>
    public static string? RepositoryProblem(string text) =>
        text.Length > MaximumRepositoryLength ? $"it is longer than {MaximumRepositoryLength} characters"
        : HasUpperCase(text) ? "its repository must be lower-case"
        : IsPath(text) ? null
        : "its repository is malformed";

    /// <summary>A bare image id: sixty-four hexadecimal digits, which the grammar keeps apart from names.</summary>
    public static bool IsIdentifier(string text) => text.Length == 64 && Hexadecimal.IsLower(text, 0);

    /// <summary>
    /// Splits a name into registry and path the way the Docker clients do: the first part is a registry when it has a
    /// dot or a port, is <c>localhost</c>, or has an upper-case letter, which no repository may have.
    /// </summary>
    public static (string Registry, string Path) SplitRegistry(string name)
    {
        var slash = name.IndexOf('/');
        var first = slash < 0 ? "" : name.Substring(0, slash);
        return slash >= 0 && IsRegistryByShape(first)
            ? (first == "index.docker.io" ? ImageReference.DockerHub : first, name.Substring(slash + 1))
            : (ImageReference.DockerHub, name);
    }

    public static bool IsRegistryByShape(string part) =>
        part.IndexOf('.') >= 0 || part.IndexOf(':') >= 0 || part == "localhost" || HasUpperCase(part);

    private static bool IsPath(string text)
    {
        var i = 0;
        while (true)
        {
            if (!SkipLowerAlphanumeric(text, ref i)) return false;
            if (i == text.Length) return true;
            if (!SkipSeparator(text, ref i)) return false;
        }
    }

    private static bool HasUpperCase(string text)
    {
        foreach (var c in text)
            if (char.IsUpper(c)) return true;
        return false;
    }

    private static bool IsDomainName(string text, int end)
    {
        var atStart = true;
        for (var i = 0; i < end; i++)
        {
            var c = text[i];
            if (IsLetterOrDigit(c)) atStart = false;
            else if (c == '.' && !atStart && text[i - 1] != '-') atStart = true;
            else if (c != '-' || atStart) return false;
        }
        return end > 0 && !atStart && text[end - 1] != '-';
    }

    private static bool IsInternetProtocol6(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!Uri.IsHexDigit(text[i]) && text[i] != ':') return false;
        return end > start;
    }

    private static bool IsPort(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
            if (text[i] is < '0' or > '9') return false;
        return start < text.Length;
    }

    private static bool SkipLowerAlphanumeric(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9')) i++;
        return i > start;
    }

    private static bool SkipSeparator(string text, ref int i)
    {
        var c = text[i++];
        switch (c)
        {
            case '/' or '.':
                return true;
            case '_':
                if (i < text.Length && text[i] == '_') i++;
                return true;
            case '-':
                while (i < text.Length && text[i] == '-') i++;
                return true;
            default:
                return false;
        }
    }

    private static bool IsLetterOrDigit(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9';
}
