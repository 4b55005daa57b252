using System;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace DockerGuard.Registry.Protocol;

/// <summary>Why there is no connection, in its user's words: it may be the registry's fault or a proxy's.</summary>
internal static class ConnectionFailure
{
    /// <param name="exception">What the network said.</param>
    /// <param name="proxy">The proxy that was asked instead of the registry; null when there is none.</param>
    public static RegistryException Of(Exception exception, Uri? proxy)
    {
        var error = exception is HttpRequestException request ? request.HttpRequestError : HttpRequestError.Unknown;
        // Whoever is asked directly is who cannot be reached; the proxy's own words are about the registry.
        var peer = proxy is null ? "the registry" : NameOf(proxy);
        var way = proxy is null ? "" : $" through {NameOf(proxy)}";
        var reason = error switch
        {
            HttpRequestError.NameResolutionError =>
                proxy is null ? "the registry's host is not known" : $"the host of {peer} is not known",
            HttpRequestError.SecureConnectionError when exception.InnerException is AuthenticationException =>
                $"no trusted secure connection to the registry is possible{way}",
            HttpRequestError.SecureConnectionError => $"no secure connection to the registry is possible{way}",
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded =>
                $"{peer} does not answer in HTTP",
            HttpRequestError.ProxyTunnelError => $"{peer} does not let the request through",
            _ when exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                $"{peer} refuses connections",
            HttpRequestError.ConnectionError => $"{peer} cannot be reached",
            _ => $"the connection to {peer} broke",
        };
        return new RegistryException(RegistryErrorKind.Unreachable, reason, exception);
    }

    /// <summary>A proxy with the variables that may name it, without the credentials in its address.</summary>
    public static string NameOf(Uri proxy) =>
        $"the proxy {Wording.Server(proxy)} (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY)";
}
