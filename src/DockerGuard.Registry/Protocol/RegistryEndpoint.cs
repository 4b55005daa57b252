using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace DockerGuard.Registry.Protocol;

/// <summary>Where a registry of that name answers, and how far its connection must be trusted.</summary>
internal sealed class RegistryEndpoint
{
    private const string DockerHub = "docker.io";
    private const string DockerHubEndpoint = "registry-1.docker.io";

    private RegistryEndpoint(string authority, bool mayBeInsecure)
    {
        Authority = authority;
        MayBeInsecure = mayBeInsecure;
    }

    /// <summary>Host, and port when it is not the scheme's own.</summary>
    public string Authority { get; }

    /// <summary>An unknown certificate and plain HTTP are accepted.</summary>
    public bool MayBeInsecure { get; }

    /// <exception cref="RegistryException">The name is no host.</exception>
    public static RegistryEndpoint Of(string registry, IReadOnlyCollection<string> insecureRegistries)
    {
        var authority = registry.Equals(DockerHub, StringComparison.OrdinalIgnoreCase) ? DockerHubEndpoint : registry;
        if (!Uri.TryCreate("https://" + authority + "/", UriKind.Absolute, out var address))
            throw new RegistryException(RegistryErrorKind.Unreachable, $"'{registry}' is not the name of a host");

        return new RegistryEndpoint(authority, MayBeInsecureAt(address, insecureRegistries));
    }

    public static bool MayBeInsecureAt(Uri address, IReadOnlyCollection<string> insecureRegistries) =>
        IsLoopback(address)
            || insecureRegistries.Any(
                name => name.Equals($"{address.Host}:{address.Port}", StringComparison.OrdinalIgnoreCase)
                    || name.Equals(address.Host, StringComparison.OrdinalIgnoreCase));

    public Uri Address(string scheme, string path) => new($"{scheme}://{Authority}/v2/{path}");

    public static bool IsLoopback(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
