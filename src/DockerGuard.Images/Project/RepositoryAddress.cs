using System;
using System.Linq;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Project;

/// <summary>The address of a source repository, a home page or a document as a label may show it.</summary>
public static class RepositoryAddress
{
    private const string GitSuffix = ".git", GitUser = "git@", SchemeEnd = "://";

    private static readonly char[] AuthorityEnds = ['/', '\\', '?', '#', ';'];

    /// <summary>
    /// The address without what only its owner should know: user name and password in every spelling, parameters and a
    /// fragment that may be tokens, and what stands behind the address. All else stays as it is written.
    /// </summary>
    public static string Public(string address)
    {
        if (address is null) throw new ArgumentNullException(nameof(address));
        address = AddressEnd.TrimStart(address);
        var start = SchemeLength(address);
        var length = AddressEnd.In(address);
        // A password may hold a blank: then what stands before it is no host.
        if (!IsWhole(address, start, length)) length = address.Length;
        var end = AddressCredentials.EndIn(address, start, length);
        // The user of git@host:path is everybody's.
        var isGit = start == 0 && address.Substring(0, end) == GitUser;
        var place = address.Substring(end, length - end);
        place = place.Substring(0, AddressEnd.In(place));
        var query = place.IndexOfAny(['?', '#', ';']);
        var parameters = query < 0 ? "" : AddressParameters.Public(place.Substring(query));
        if (query >= 0) place = place.Substring(0, query);
        if (AddressCredentials.HasMarkedToken(place)) place = place.Split('/')[0];
        if (place.Length == 0) return "";
        return address.Substring(0, start) + (isGit ? GitUser : "") + place + parameters;
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
            && address.Take(end).All(c => c < '\x7F' && (char.IsLetterOrDigit(c) || c is '+' or '.' or '-' or ':'));
        return isScheme ? end + SchemeEnd.Length : 0;
    }
}
