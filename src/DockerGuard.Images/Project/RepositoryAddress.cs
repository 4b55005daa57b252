using System;

namespace DockerGuard.Images.Project;

/// <summary>The address of a source repository as a label may show it.</summary>
public static class RepositoryAddress
{
    private const string GitSuffix = ".git";

    /// <summary>
    /// The address without the user name and password a clone address may carry, and without <c>.git</c>, which
    /// scanners do not look for.
    /// </summary>
    public static string Public(string address)
    {
        if (address is null) throw new ArgumentNullException(nameof(address));
        if (address.EndsWith(GitSuffix, StringComparison.OrdinalIgnoreCase))
            address = address.Substring(0, address.Length - GitSuffix.Length);
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return address;
        var hostEnd = address.IndexOf('/', scheme + 3);
        var at = address.LastIndexOf('@', (hostEnd < 0 ? address.Length : hostEnd) - 1);
        return at < scheme ? address : address.Substring(0, scheme + 3) + address.Substring(at + 1);
    }
}
