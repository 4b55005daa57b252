using System;
using System.Net;
using System.Net.Http;

namespace DockerGuard.Registry.Protocol;

/// <summary>
/// The real network, with what the framework would do by itself turned off where the caller must decide. One for all
/// clients of a process, for connections are dear; those that nobody uses close themselves.
/// </summary>
internal static class NetworkHandler
{
    // Before the handlers, which are made of it: fields are set in the order they stand in.
    private static readonly AllButLoopbackProxy AllButLoopback = new();

    /// <summary>How long a connection serves: a name may mean another machine later.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>For registries that prove who they are.</summary>
    public static HttpMessageInvoker Verifying { get; } = new(Create(verifyCertificates: true));

    /// <summary>For loopback, and for registries the user has declared insecure.</summary>
    public static HttpMessageInvoker Trusting { get; } = new(Create(verifyCertificates: false));

    private static SocketsHttpHandler Create(bool verifyCertificates)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            UseCookies = false,
            PooledConnectionLifetime = ConnectionLifetime,
            Proxy = AllButLoopback,
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
    public static Uri? ProxyFor(Uri address) => AllButLoopback.GetProxy(address);

    // As the Docker clients do: a proxy cannot reach this machine's own loopback registry.
    private sealed class AllButLoopbackProxy : IWebProxy
    {
        public ICredentials? Credentials { get => Default.Credentials; set => Default.Credentials = value; }

        private static IWebProxy Default => HttpClient.DefaultProxy;

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : Default.GetProxy(destination);

        public bool IsBypassed(Uri host) => RegistryEndpoint.IsLoopback(host) || Default.IsBypassed(host);
    }
}
