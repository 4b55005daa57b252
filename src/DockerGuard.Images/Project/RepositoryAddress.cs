using System;
using System.Linq;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Project;

/// <summary>The address of a source repository, a home page or a document as a label may show it.</summary>
public static class RepositoryAddress
{
    private const string GitSuffix = ".git", GitUser = "git@", SchemeEnd = "://";

    /// <summary>
    /// Characters of a parameter's value that names a branch, a version or a file; many a token is longer.
    /// </summary>
    private const int MostOfValue = 40;

    /// <summary>Parameters that say which part of a repository or a page is meant.</summary>
    private static readonly string[] HarmlessParameters =
        ["path", "version", "ref", "branch", "tag", "tab", "view", "lang", "language", "locale"];

    /// <summary>
    /// The address without what only its owner should know: user name and password in every spelling, parameters and a
    /// fragment that may be tokens; and without <c>.git</c>, which scanners do not look for.
    /// </summary>
    public static string Public(string address)
    {
        if (address is null) throw new ArgumentNullException(nameof(address));
        address = address.Trim();
        var start = SchemeLength(address);
        var end = AddressCredentials.EndIn(address, start, address.Length);
        // The user of git@host:path is everybody's.
        var isGit = start == 0 && address.Substring(0, end) == GitUser;
        var place = address.Substring(end);
        var query = place.IndexOfAny(['?', '#', ';']);
        var parameters = query < 0 ? "" : place.Substring(query);
        if (query >= 0) place = place.Substring(0, query);
        if (place.EndsWith(GitSuffix, StringComparison.OrdinalIgnoreCase))
            place = place.Substring(0, place.Length - GitSuffix.Length);
        if (AddressCredentials.HasMarkedToken(place)) place = place.Split('/')[0];
        if (place.Length == 0) return "";
        if (!IsHarmless(parameters)) parameters = "";
        return address.Substring(0, start) + (isGit ? GitUser : "") + place + parameters;
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

    private static bool IsHarmless(string parameters) =>
        parameters == "#readme"
            || (parameters.StartsWith("?", StringComparison.Ordinal)
                && !AddressCredentials.HasMarkedToken(parameters)
                && parameters.Substring(1).Split('&').All(IsHarmlessParameter));

    private static bool IsHarmlessParameter(string parameter)
    {
        var parts = parameter.Split('=');
        return parts.Length == 2
            && HarmlessParameters.Contains(parts[0], StringComparer.OrdinalIgnoreCase)
            && parts[1].Length <= MostOfValue
            && parts[1].All(c => c < '\x7F' && (char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '%'));
    }
}
