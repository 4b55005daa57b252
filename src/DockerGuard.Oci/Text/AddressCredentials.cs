using System;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>User names, passwords and tokens in addresses: finds them, so that nobody prints one.</summary>
public static class AddressCredentials
{
    private const string SchemeEnd = "://", Mask = "***", DockerScheme = "docker";

    /// <summary>Characters of a host with its port; what is longer is none.</summary>
    private const int LongestHost = 262;

    /// <summary>What an address ends at in running text.</summary>
    private static readonly char[] AddressEnds = [' ', '\t', '\r', '\n', '"', '\'', '`', '<', '>', '|'];

    private static readonly char[] LineEnds = ['\r', '\n'];

    private static readonly char[] AuthorityEnds = ['/', '\\', '?', '#'];

    private static readonly char[] ParameterEnds = ['?', '&', ';', '#'];

    /// <summary>What ends a sentence or a list and no address.</summary>
    private static readonly char[] Punctuation = [')', ',', '.', '!', ':', ']', '}'];

    /// <summary>
    /// The text with <c>***</c> for every credential of an address with a scheme, for the paths that are passwords, and
    /// for tokens that are marked as such.
    /// </summary>
    public static string Hide(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var folded = AddressFolding.Fold(text);
        if (folded.IndexOf('%') >= 0 && folded.IndexOf("2F", StringComparison.OrdinalIgnoreCase) >= 0)
            folded = AddressFolding.Fold(text = HideInEncoded(text));
        if (folded.IndexOf(SchemeEnd, StringComparison.Ordinal) >= 0) text = HideInAddresses(text, folded);
        return MarkedTokens.Hide(AddressPaths.Hide(text));
    }

    /// <summary>True when a token that is marked as such is in the text, or a path that is a password.</summary>
    public static bool AreInPath(string text) => MarkedTokens.AreIn(text) || AddressPaths.Hide(text) != text;

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
    /// True for a name and what cannot be its port, <c>token:s3cret</c>: a password whose host is missing.
    /// </summary>
    /// <param name="text">Holds an address, its delimiters plain.</param>
    /// <param name="start">Where its host starts, after all credentials.</param>
    /// <param name="end">Where its host ends.</param>
    public static bool IsPasswordAlone(string text, int start, int end)
    {
        if (start < end && text[start] is '[' or '$' or '{') return false;
        var host = AddressEnd.Decode(text.Substring(start, end - start));
        var colon = host.IndexOf(':');
        if (colon < 0) return false;
        var port = host.Substring(colon + 1);
        var isPort = port.Length == 0 || port[0] is '$' or '{' || Array.TrueForAll(port.ToCharArray(), IsDigit);
        // auth-service:8080 is a host of many.
        return !isPort || (host.IndexOf('-') < 0 && SecretParameterNames.IsSecret(host.Substring(0, colon)));
    }

    private static string HideInAddresses(string text, string folded)
    {
        var shown = new StringBuilder();
        var done = 0;
        for (int scheme; (scheme = folded.IndexOf(SchemeEnd, done, StringComparison.Ordinal)) >= 0;)
        {
            var start = scheme + SchemeEnd.Length;
            var end = EndOf(folded, start);
            var after = EndIn(folded, start, end);
            shown.Append(text, done, start - done);
            // The user that every host of git repositories has is no secret.
            var isHidden = after > start && folded.Substring(start, after - start) != "git@"
                && !IsOwner(folded, start, after, end);
            if (isHidden) shown.Append(Mask).Append('@');
            else shown.Append(text, start, after - start);
            var parameters = AddressParameters.StartIn(folded, after, end);
            var hostEnd = AuthorityEnd(folded, after, parameters);
            var isPassword = IsPasswordAlone(folded, after, hostEnd) && !IsImage(folded, scheme, after, hostEnd);
            if (isPassword) shown.Append(Mask);
            else shown.Append(text, after, hostEnd - after);
            shown.Append(text, hostEnd, parameters - hostEnd);
            AppendParameters(text, folded, parameters, end, shown);
            done = end;
        }

        return shown.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Skopeo's <c>docker://name:tag</c>.</summary>
    private static bool IsImage(string text, int scheme, int start, int end) =>
        text.IndexOf(':', start, end - start) is > 0 and var colon
            && scheme >= DockerScheme.Length
            && string.CompareOrdinal(text, scheme - DockerScheme.Length, DockerScheme, 0, DockerScheme.Length) == 0
            && ImageTags.IsAt(text, start, colon, isProse: true);

    /// <summary>
    /// Azure's <c>https://org@dev.azure.com/org/…</c>: the user stands in the path too and is no secret.
    /// </summary>
    private static bool IsOwner(string text, int start, int after, int end)
    {
        var path = text.IndexOf('/', after, end - after);
        var owner = "/" + text.Substring(start, after - 1 - start) + "/";
        return path >= 0 && end - path >= owner.Length
            && string.Compare(text, path, owner, 0, owner.Length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>Where an address ends in running text: a blank or quote may be part of its password.</summary>
    private static int EndOf(string text, int start)
    {
        var end = RunEnd(text, start);
        if (IsPasswordAlone(text, start, AuthorityEnd(text, start, end)) && end < text.Length)
        {
            var line = text.IndexOfAny(LineEnds, end);
            var next = text.IndexOf(SchemeEnd, end, StringComparison.Ordinal);
            var limit = Math.Min(line < 0 ? text.Length : line, next < 0 ? text.Length : next);
            for (var at = end; (at = text.IndexOf('@', at, limit - at)) >= 0; at++)
            {
                var hostEnd = RunEnd(text, at + 1);
                if (IsHost(text, at + 1, AuthorityEnd(text, at + 1, hostEnd))) return hostEnd;
            }
        }

        return end;
    }

    private static int RunEnd(string text, int start)
    {
        var end = text.IndexOfAny(AddressEnds, start);
        if (end < 0) end = text.Length;
        // Of a list the next one begins at its scheme.
        var next = text.IndexOf(SchemeEnd, start, end - start, StringComparison.Ordinal);
        while (next > start && (IsLetter(text[next - 1]) || IsDigit(text[next - 1]))) next--;
        if (next > start && text[next - 1] is ';' or ',') end = next - 1;
        while (end > start && Array.IndexOf(Punctuation, text[end - 1]) >= 0) end--;
        return end;
    }

    private static int AuthorityEnd(string text, int start, int end)
    {
        var found = text.IndexOfAny(AuthorityEnds, start, end - start);
        return found < 0 ? end : found;
    }

    /// <summary>The parameters and the fragment, without the values of those that may be secrets.</summary>
    private static void AppendParameters(string text, string folded, int start, int end, StringBuilder shown)
    {
        // Encoded, or the name of a secret in a path.
        if (start < end && Array.IndexOf(ParameterEnds, folded[start]) < 0)
        {
            shown.Append(Mask);
            return;
        }

        for (int next; start < end; start = next)
        {
            next = folded.IndexOfAny(ParameterEnds, start + 1, end - start - 1);
            if (next < 0) next = end;
            var parameter = folded.Substring(start + 1, next - start - 1);
            var isHarmless = parameter.Length == 0
                || AddressParameters.IsHarmless(parameter)
                || (folded[start] == '#' && AddressParameters.IsAnchor(parameter));
            var name = parameter.Substring(0, parameter.IndexOf('=') + 1);
            // A name may be the secret itself.
            if (!AddressParameters.IsHarmless(name) && !SecretParameterNames.IsSecret(name.TrimEnd('='))) name = "";
            shown.Append(text, start, isHarmless ? next - start : name.Length + 1);
            if (!isHarmless) shown.Append(Mask);
        }
    }

    /// <summary>Words that are addresses and encoded as a whole, without their credentials.</summary>
    private static string HideInEncoded(string text)
    {
        var shown = new StringBuilder();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOfAny(AddressEnds, start);
            if (end < 0) end = text.Length;
            var word = text.Substring(start, end - start);
            var decoded = word.IndexOf('%') < 0 ? word : AddressFolding.Fold(AddressEnd.Decode(word));
            var hasAddress = decoded.IndexOf(SchemeEnd, StringComparison.Ordinal) >= 0
                && AddressFolding.Fold(word).IndexOf(SchemeEnd, StringComparison.Ordinal) < 0;
            var hidden = hasAddress ? HideInAddresses(decoded, decoded) : decoded;
            shown.Append(hidden == decoded ? word : hidden).Append(text, end, end < text.Length ? 1 : 0);
        }

        return shown.ToString();
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
            var (c, length) = AddressFolding.DelimiterAt(text, i, end);
            if (c == '@' && (countsNames || i == 0 || text[i - 1] is not ('/' or '\\'))) return i + length;
        }

        return null;
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
