using System;
using System.Net;
using System.Net.Http;

namespace DockerGuard.Registry.Protocol;

/// <summary>
/// The real network, with what the framework would do by itself turned off where the caller must decide.
/// </summary>
internal static class NetworkHandler
{
    public static HttpMessageHandler Create(bool verifyCertificates)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            UseCookies = false,
            Proxy = new AllButLoopbackProxy(HttpClient.DefaultProxy),
        };
        if (!verifyCertificates)
        {
#pragma warning disable CA5359 // Only for loopback and for registries the user has declared insecure.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return handler;
    }

    /// <summary>The proxy that is asked instead of an address; null when there is none.</summary>
    public static Uri? ProxyFor(Uri address) => new AllButLoopbackProxy(HttpClient.DefaultProxy).GetProxy(address);

    // As the Docker clients do: a proxy cannot reach this machine's own loopback registry.
    private sealed class AllButLoopbackProxy(IWebProxy proxy) : IWebProxy
    {
        public ICredentials? Credentials { get => proxy.Credentials; set => proxy.Credentials = value; }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => RegistryEndpoint.IsLoopback(host) || proxy.IsBypassed(host);
    }
}
