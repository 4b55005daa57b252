using System;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>User names, passwords and tokens in addresses: finds them, so that nobody prints one.</summary>
public static class AddressCredentials
{
    private const string SchemeEnd = "://", Mask = "***";

    /// <summary>Characters of a host with its port, and of a parameter's name; what is longer is neither.</summary>
    private const int LongestHost = 262, LongestName = 64;

    /// <summary>What an address ends at in running text.</summary>
    private static readonly char[] AddressEnds = [' ', '\t', '\r', '\n', '"', '\'', '`', '<', '>', '|'];

    private static readonly char[] AuthorityEnds = ['/', '\\', '?', '#'];

    private static readonly char[] NameDividers = ['_', '-', '.', '$', '[', ']', ':', ' '];

    private static readonly char[] ParameterEnds = ['&', ';', '#', ')', ','];

    /// <summary>Parts of the names of parameters whose values are nobody's business.</summary>
    private static readonly string[] SecretParts =
    [
        "token", "secret", "passw", "passphrase", "pwd", "credential", "signature", "apikey", "accesskey", "oauth",
        "authentic", "authoriz", "authoris", "bearer",
    ];

    /// <summary>Words of such names, and what their words end with.</summary>
    private static readonly string[] SecretWords = ["sas", "pat", "access", "cred", "creds", "sign", "keys", "codes"];

    private static readonly string[] SecretEndings = ["key", "auth", "sig", "code", "pass"];

    /// <summary>How tokens begin that services mark as such, and how many characters follow at least.</summary>
    private static readonly (string Start, int Least)[] MarkedTokens =
    [
        ("ghp_", 16), ("gho_", 16), ("ghu_", 16), ("ghs_", 16), ("ghr_", 16), ("github_pat_", 16), ("glpat-", 16),
        ("xoxb-", 16), ("xoxp-", 16), ("dckr_pat_", 16), ("npm_", 36),
    ];

    /// <summary>The text with <c>***</c> for every credential of an address with a scheme, and for tokens that are
    /// marked as such.</summary>
    public static string Hide(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (text.IndexOf(SchemeEnd, StringComparison.Ordinal) >= 0) text = HideInAddresses(text);
        foreach (var token in MarkedTokens) text = HideToken(text, token.Start, token.Least);
        return text;
    }

    /// <summary>True when a token that is marked as such is in the text.</summary>
    public static bool HasMarkedToken(string text)
    {
        foreach (var token in MarkedTokens) if (FindToken(text, token.Start, token.Least, 0).Length > 0) return true;
        return false;
    }

    /// <summary>
    /// The offset after the credentials of an address, <c>@</c> included; <paramref name="start"/> when it has none.
    /// </summary>
    /// <param name="text">Holds the address.</param>
    /// <param name="start">Where the address starts, after its scheme.</param>
    /// <param name="end">Where it ends.</param>
    public static int EndIn(string text, int start, int end)
    {
        var authorityEnd = text.IndexOfAny(AuthorityEnds, start, end - start);
        if (authorityEnd < 0) authorityEnd = end;
        var host = LastAt(text, start, authorityEnd, countsNames: true) ?? start;
        var colon = text.IndexOf(':', host, authorityEnd - host);
        var isHost = IsHost(text, host, authorityEnd);

        // A password may hold a slash, a question mark or a number sign: then what looks like the host is part of it.
        int? last = null;
        for (var at = end; LastAt(text, authorityEnd, at, countsNames: !isHost) is { } later; at = later - 1)
        {
            last ??= later;
            var most = Math.Min(end, later + LongestHost);
            var laterEnd = text.IndexOfAny(AuthorityEnds, later, most - later);
            if (IsHost(text, later, laterEnd < 0 ? most : laterEnd)) return later;
        }

        // git@host:path has no number after its colon either.
        var isScp = start == 0 && colon >= 0 && IsDottedName(text.Substring(host, colon - host));
        return !isHost && colon >= 0 && !isScp ? last ?? host : host;
    }

    /// <summary>
    /// True for the name of a parameter whose value is a secret: <c>access_token</c>, <c>X-Amz-Signature</c>,
    /// <c>sig</c>; not for <c>author</c> and <c>design</c>.
    /// </summary>
    public static bool IsSecretName(string name)
    {
        if (Array.Exists(SecretParts, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)) return true;
        foreach (var word in name.Split(NameDividers))
        {
            if (Array.Exists(SecretWords, secret => word.Equals(secret, StringComparison.OrdinalIgnoreCase))
                || Array.Exists(SecretEndings, end => word.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static string HideInAddresses(string text)
    {
        var shown = new StringBuilder();
        var done = 0;
        for (int scheme; (scheme = text.IndexOf(SchemeEnd, done, StringComparison.Ordinal)) >= 0;)
        {
            var start = scheme + SchemeEnd.Length;
            var end = text.IndexOfAny(AddressEnds, start);
            if (end < 0) end = text.Length;
            var after = EndIn(text, start, end);
            shown.Append(text, done, start - done);
            // The user that every host of git repositories has is no secret.
            if (after > start && text.Substring(start, after - start) != "git@") shown.Append(Mask).Append('@');
            else shown.Append(text, start, after - start);
            AppendPath(text, after, end, shown);
            done = end;
        }

        return shown.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The rest of an address, without the values of parameters that are secret by their names.</summary>
    private static void AppendPath(string text, int start, int end, StringBuilder shown)
    {
        var isInQuery = false;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            shown.Append(c);
            if (c is '?' or '#') isInQuery = true;
            if (!isInQuery && c != ';') continue;
            if (c is not ('?' or '#' or '&' or ';')) continue;
            var equals = text.IndexOf('=', i + 1, Math.Min(LongestName, end - i - 1));
            if (equals < 0) continue;
            var name = text.Substring(i + 1, equals - i - 1);
            if (name.IndexOfAny(ParameterEnds) >= 0 || !IsSecretName(name)) continue;
            var valueEnd = text.IndexOfAny(ParameterEnds, equals, end - equals);
            shown.Append(text, i + 1, equals - i).Append(Mask);
            i = (valueEnd < 0 ? end : valueEnd) - 1;
        }
    }

    private static string HideToken(string text, string start, int least)
    {
        StringBuilder? shown = null;
        for (var done = 0; ;)
        {
            var (at, length) = FindToken(text, start, least, done);
            if (length == 0) return shown is null ? text : shown.Append(text, done, text.Length - done).ToString();
            shown = (shown ?? new StringBuilder()).Append(text, done, at - done).Append(Mask);
            done = at + length;
        }
    }

    private static (int At, int Length) FindToken(string text, string start, int least, int from)
    {
        for (int at; (at = text.IndexOf(start, from, StringComparison.Ordinal)) >= 0; from++)
        {
            var end = at + start.Length;
            while (end < text.Length && (IsLetter(text[end]) || IsDigit(text[end]) || text[end] is '_' or '-')) end++;
            if (end - at - start.Length >= least) return (at, end - at);
            from = end - 1;
        }

        return default;
    }

    /// <summary>The offset after the last <c>@</c>, plain or percent-encoded, that may end credentials.</summary>
    /// <param name="text">Holds the address.</param>
    /// <param name="start">Where to look.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="countsNames">False to leave one out that begins a name in a path (<c>/@team/shop</c>).</param>
    private static int? LastAt(string text, int start, int end, bool countsNames)
    {
        for (var i = end - 1; i >= start; i--)
        {
            var (length, isAt) = At(text, i, end);
            if (isAt && (countsNames || i == 0 || text[i - 1] is not ('/' or '\\'))) return i + length;
        }

        return null;
    }

    /// <summary>An <c>@</c>, or its code, whose percent sign may be encoded again.</summary>
    private static (int Length, bool IsAt) At(string text, int index, int end)
    {
        if (text[index] == '@') return (1, true);
        if (text[index] != '%') return (0, false);
        var i = index + 1;
        while (i + 1 < end && text[i] == '2' && text[i + 1] == '5') i += 2;
        return (i + 2 - index, i + 1 < end && text[i] == '4' && text[i + 1] == '0');
    }

    /// <summary>A name with a dot, an IP address or this machine, with or without a port.</summary>
    /// <param name="text">Holds it.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    public static bool IsHost(string text, int start, int end)
    {
        if (start < end && text[start] == '[') return text.IndexOf(']', start, end - start) > 0;
        var colon = text.IndexOf(':', start, end - start);
        var nameEnd = colon < 0 ? end : colon;
        for (var i = nameEnd + 1; i < end; i++) if (!IsDigit(text[i])) return false;
        if (colon >= 0 && (end - colon is < 2 or > 6)) return false;
        var name = text.Substring(start, nameEnd - start);
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IsDottedName(name);
    }

    /// <summary>A version has dots too, but ends in a number, and in fewer parts than an IP address.</summary>
    private static bool IsDottedName(string name)
    {
        var labels = name.Split('.');
        if (labels.Length < 2 || Array.Exists(labels, label => label.Length == 0)) return false;
        var last = labels[labels.Length - 1];
        if (labels.Length == 4 && Array.TrueForAll(labels, label => Array.TrueForAll(label.ToCharArray(), IsDigit)))
            return true;
        // shop@1.git is a version too.
        if (last.Equals("git", StringComparison.OrdinalIgnoreCase)) return false;
        return Array.TrueForAll(last.ToCharArray(), c => c > '\x7F' || IsLetter(c) || IsDigit(c) || c == '-')
            && !IsDigit(last[0]);
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
