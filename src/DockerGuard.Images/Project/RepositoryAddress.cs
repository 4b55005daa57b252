using System;
using System.Linq;
using System.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Project;

/// <summary>The address of a source repository, a home page or a document as a label may show it.</summary>
public static class RepositoryAddress
{
    private const string GitSuffix = ".git", GitUser = "git@", GitScheme = "ssh://", HiddenUser = "***@",
        SchemeEnd = "://";

    private static readonly char[] AuthorityEnds = ['/', '\\', '?', '#', ';'];

    /// <summary>What ends a sentence and no address.</summary>
    private static readonly char[] Punctuation = ['.', ',', ':', '!', ')'];

    /// <summary>
    /// The address without what only its owner should know: user name and password in every spelling, parameters and a
    /// fragment that may be tokens, and what stands behind the address. All else stays as it is written.
    /// </summary>
    public static string Public(string address)
    {
        if (address is null) throw new ArgumentNullException(nameof(address));
        address = AddressEnd.TrimStart(address);
        var folded = AddressFolding.Fold(address);
        var shown = WithoutSecrets(folded);
        return shown == folded ? address : shown;
    }

    /// <summary>
    /// A text for people, and each address with a scheme in it as <see cref="Public"/>; <c>***@</c> tells that there
    /// was a user.
    /// </summary>
    public static string PublicIn(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var folded = AddressFolding.Fold(text);
        var shown = new StringBuilder();
        var done = 0;
        for (int at = 0, end; (at = folded.IndexOf(SchemeEnd, at, StringComparison.Ordinal)) >= 0; at = done = end)
        {
            var start = at;
            while (start > done && IsOfScheme(folded[start - 1])) start--;
            at += SchemeEnd.Length;
            end = at;
            while (end < text.Length && !AddressEnd.IsEnd(text[end])) end++;
            while (end > at && Array.IndexOf(Punctuation, folded[end - 1]) >= 0) end--;
            shown.Append(text, done, start - done);
            var hidden = AddressCredentials.Hide(text.Substring(start, end - start));
            var user = hidden.IndexOf(HiddenUser, StringComparison.Ordinal);
            var address = Public(text.Substring(start, end - start));
            shown.Append(user < 0 || address.Length <= at - start ? address : address.Insert(at - start, HiddenUser));
        }

        return shown.Append(text, done, text.Length - done).ToString();
    }

    private static string WithoutSecrets(string address)
    {
        var start = SchemeLength(address);
        var length = AddressEnd.In(address);
        // A password may hold a blank: then what stands before it is no host.
        if (!IsWhole(address, start, length)) length = address.Length;
        var end = AddressCredentials.EndIn(address, start, length);
        // The user of git@host:path and of ssh://git@host/path is everybody's.
        var isGit = address.Substring(start, end - start) == GitUser
            && (start == 0 || address.Substring(0, start).EndsWith(GitScheme, StringComparison.OrdinalIgnoreCase));
        var place = address.Substring(end, length - end);
        place = place.Substring(0, AddressEnd.In(place));
        var query = AddressParameters.StartIn(place, 0, place.Length);
        var parameters = AddressParameters.Public(place.Substring(query));
        place = place.Substring(0, query);
        if (AddressCredentials.AreInPath(place)) place = place.Split('/')[0];
        if (place.Length == 0 || (!isGit && IsNoPlace(place, hasScheme: start > 0))) return "";
        return address.Substring(0, start) + (isGit ? GitUser : "") + place + parameters;
    }

    /// <summary>
    /// True where a colon is neither before a port, nor before the path of an address of git, nor behind a drive.
    /// </summary>
    private static bool IsNoPlace(string place, bool hasScheme)
    {
        var end = place.IndexOfAny(AuthorityEnds);
        if (end < 0) end = place.Length;
        if (!AddressCredentials.IsPasswordAlone(place, 0, end)) return false;
        var colon = place.IndexOf(':');
        if (hasScheme || colon < 0) return true;
        var isDrive = colon == 1 && end == 2 && char.IsLetter(place[0]);
        var isOfGit = AddressCredentials.IsHost(place, 0, colon)
            && (end < place.Length || place.EndsWith(GitSuffix, StringComparison.Ordinal));
        return !isDrive && !isOfGit;
    }

    /// <summary>
    /// The address of a repository for everybody, without <c>.git</c> at its end, which scanners do not look for and
    /// the SDK's own label has not either.
    /// </summary>
    public static string PublicRepository(string address)
    {
        var shown = Public(address);
        return shown.EndsWith(GitSuffix, StringComparison.Ordinal)
            ? shown.Substring(0, shown.Length - GitSuffix.Length)
            : shown;
    }

    /// <summary>
    /// True when the address ends there; false when that may be the middle of a user's name or password.
    /// </summary>
    private static bool IsWhole(string address, int start, int length)
    {
        var host = AddressCredentials.EndIn(address, start, length);
        var hostEnd = address.IndexOfAny(AuthorityEnds, host, length - host);
        if (hostEnd < 0) hostEnd = length;
        if (!AddressCredentials.IsHost(address, host, hostEnd)) return false;
        var rest = AddressEnd.Decode(address.Substring(length));
        if (rest.IndexOf('@') < 0 || (rest.Length > 1 && AddressEnd.IsBlank(rest[0]) && rest[1] == '-')) return true;
        var hasPort = address.IndexOf(':', host, hostEnd - host) >= 0;
        return !hasPort && hostEnd < length;
    }

    /// <summary>Of <c>https://</c> and its like; of <c>//host</c> the slashes.</summary>
    private static int SchemeLength(string address)
    {
        if (address.StartsWith("//", StringComparison.Ordinal)) return 2;
        var end = address.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var isScheme = end > 0
            && address.Take(end).All(c => IsOfScheme(c) || c == ':');
        return isScheme ? end + SchemeEnd.Length : 0;
    }

    private static bool IsOfScheme(char c) => c < '\x7F' && (char.IsLetterOrDigit(c) || c is '+' or '.' or '-');
}
