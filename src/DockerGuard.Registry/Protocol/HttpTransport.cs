using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;

namespace DockerGuard.Registry.Protocol;

/// <summary>
/// Requests with everything a stranger's server can do kept within bounds: redirects, retries, sizes. Time is bounded
/// by the caller's token. Failures are <see cref="RegistryException"/>s.
/// </summary>
internal sealed class HttpTransport
{
    private const int MostRedirects = 5;
    private const int MostAttempts = 3;
    private const string ContentDigestHeader = "Docker-Content-Digest";

    // A registry that asks for more patience than this is reported instead: a build is waiting.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    private readonly RegistryOptions _options;
    private readonly HttpMessageInvoker _trusting;
    private readonly HttpMessageInvoker _verifying;

    public HttpTransport(RegistryOptions options)
    {
        _options = options;
        _verifying = InvokerOf(options, NetworkHandler.Verifying);
        _trusting = InvokerOf(options, NetworkHandler.Trusting);
    }

    /// <param name="createRequest">
    /// Called anew for each attempt. It may carry credentials for the host of its address, and no other.
    /// </param>
    /// <param name="limit">The most of a body.</param>
    public RegistryResponse Send(
        Func<HttpRequestMessage> createRequest, BodyLimit limit, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var delay = _options.RetryDelay * (1 << (attempt - 1));
            Uri? proxy = null;
            try
            {
                using var response = Follow(
                    createRequest, address => proxy = ProxyFor(address), out var isElsewhere, cancellation);
                var isLast = !IsTransient(response.StatusCode) || attempt == MostAttempts;
                if (!isLast) delay = RetryAfter(response) ?? delay;
                if (isLast || delay > LongestDelay)
                    return Read(response, isElsewhere, limit, cancellation);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                if (!IsInterruption(exception) || attempt == MostAttempts) throw ConnectionFailure.Of(exception, proxy);
            }

            if (cancellation.WaitHandle.WaitOne(delay)) throw new OperationCanceledException(cancellation);
        }
    }

    /// <summary>How a message names the proxy that stands before a registry; empty when there is none.</summary>
    public string DetourTo(string registry) =>
        ProxyFor(RegistryEndpoint.Of(registry, []).Address(Uri.UriSchemeHttps, "")) is { } proxy
            ? $" through {ConnectionFailure.NameOf(proxy)}"
            : "";

    private static HttpMessageInvoker InvokerOf(RegistryOptions options, HttpMessageInvoker network) =>
        options.Handler is { } handler ? new HttpMessageInvoker(handler, disposeHandler: false) : network;

    private Uri? ProxyFor(Uri address) => _options.Handler is null ? NetworkHandler.ProxyFor(address) : null;

    /// <param name="createRequest">As for <see cref="Send"/>.</param>
    /// <param name="visit">Is told every address before it is asked.</param>
    /// <param name="cancellation">Ends the request.</param>
    private HttpResponseMessage Follow(
        Func<HttpRequestMessage> createRequest,
        Action<Uri> visit,
        out bool isElsewhere,
        CancellationToken cancellation)
    {
        Uri? redirectedTo = null;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = createRequest();
            var origin = request.RequestUri!;
            var address = redirectedTo ?? origin;
            isElsewhere = !IsSameServer(origin, address);
            request.RequestUri = address;
            if (isElsewhere) request.Headers.Authorization = null;
            visit(address);
            var invoker = RegistryEndpoint.MayBeInsecureAt(address, _options.InsecureRegistries)
                ? _trusting
                : _verifying;
            var response = invoker.SendAsync(request, cancellation).GetAwaiter().GetResult();
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                return response;

            response.Dispose();
            if (request.Method != HttpMethod.Get)
            {
                throw new RegistryException(
                    RegistryErrorKind.InvalidResponse, "the registry redirects a request that carries credentials");
            }

            if (!Uri.TryCreate(address, location, out redirectedTo))
                throw new RegistryException(RegistryErrorKind.InvalidResponse, "the registry redirects to no address");
            if (!IsAllowed(address, redirectedTo))
            {
                throw new RegistryException(
                    RegistryErrorKind.InvalidResponse,
                    $"the registry redirects to {Wording.Server(redirectedTo)}, which is not HTTPS");
            }
        }

        throw new RegistryException(
            RegistryErrorKind.InvalidResponse, $"the registry redirects more than {MostRedirects} times");
    }

    private static RegistryResponse Read(
        HttpResponseMessage response, bool isElsewhere, BodyLimit limit, CancellationToken cancellation)
    {
        var digest = response.Headers.TryGetValues(ContentDigestHeader, out var values) ? values.First() : null;
        AuthenticationChallenge[] challenges =
        [
            .. response.Headers.WwwAuthenticate.Select(AuthenticationChallenge.From),
        ];
        var body = response.IsSuccessStatusCode
            ? ReadBody(response.Content, limit, cancellation)
            : [];
        return new RegistryResponse(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            digest,
            challenges,
            body,
            isElsewhere);
    }

    private static byte[] ReadBody(HttpContent content, BodyLimit limit, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit.Bytes) throw limit.Exceeded();

        using var stream = content.ReadAsStreamAsync(cancellation).GetAwaiter().GetResult();
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = stream.ReadAsync(buffer, 0, buffer.Length, cancellation).GetAwaiter().GetResult()) > 0)
        {
            if (body.Length + count > limit.Bytes) throw limit.Exceeded();

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    /// <summary>Never from HTTPS to anything else, also not to this machine or to what may do without.</summary>
    private bool IsAllowed(Uri from, Uri to) =>
        to.Scheme == Uri.UriSchemeHttps
            || (from.Scheme == Uri.UriSchemeHttp
                && to.Scheme == Uri.UriSchemeHttp
                && RegistryEndpoint.MayBeInsecureAt(to, _options.InsecureRegistries));

    private static bool IsSameServer(Uri one, Uri other) =>
        one.Scheme == other.Scheme
            && one.Port == other.Port
            && one.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static bool IsTransient(HttpStatusCode status) => (int)status is 429 or 500 or 502 or 503 or 504;

    // A date would need a clock; the registries that send the header at all send seconds.
    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;

    // A refused connection, an unknown host or a failed handshake will be the same in a second; a connection that broke
    // may not.
    private static bool IsInterruption(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => true,
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown or HttpRequestError.ConnectionError } =>
            exception.InnerException is IOException
                or SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted },
        HttpIOException broken => broken.HttpRequestError == HttpRequestError.ResponseEnded,
        _ => exception is IOException,
    };
}
