using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;

namespace DockerGuard.Registry.Protocol;

/// <summary>
/// The requests that read one image from one repository, some side by side: they share a scheme and an authorization.
/// </summary>
internal sealed class RepositoryReader(
    HttpTransport transport, RegistryOptions options, string registry, string repository)
{
    private readonly RegistryEndpoint _endpoint = RegistryEndpoint.Of(registry, options.InsecureRegistries);
    private readonly Authenticator _authenticator = new(transport, options, registry, repository);

    private string _scheme = Uri.UriSchemeHttps;
    private volatile AuthenticationHeaderValue? _authorization;

    /// <param name="path">Below the repository: "manifests/1.0".</param>
    /// <param name="accept">Media types, the wanted one first.</param>
    /// <param name="limit">The most of the body.</param>
    public RegistryResponse Get(
        string path, IReadOnlyList<string> accept, BodyLimit limit, CancellationToken cancellation)
    {
        var sent = _authorization;
        var response = Send(path, accept, sent, limit, cancellation);
        if (response.Status == HttpStatusCode.Unauthorized && sent is null)
        {
            // Whoever is redirected to could have the credentials sent to a token service of its own.
            if (response.IsFromElsewhere)
            {
                throw new RegistryException(
                    RegistryErrorKind.Unauthorized,
                    "the registry redirects to a server that asks for credentials, which are for the registry alone");
            }

            // Whoever hears of it second takes what the first has got.
            lock (_authenticator)
            {
                _authorization ??= _authenticator.Answer(
                    response.Challenges, _scheme == Uri.UriSchemeHttps, cancellation);
            }

            response = Send(path, accept, _authorization, limit, cancellation);
        }

        return response.IsSuccess ? response : throw Refusal(response.Status);
    }

    private RegistryResponse Send(
        string path,
        IReadOnlyList<string> accept,
        AuthenticationHeaderValue? authorization,
        BodyLimit limit,
        CancellationToken cancellation)
    {
        try
        {
            return transport.Send(() => Request(path, accept, authorization), limit, cancellation);
        }
        catch (RegistryException exception)
            when (_endpoint.MayBeInsecure && _scheme == Uri.UriSchemeHttps && IsFailedHandshake(exception))
        {
            // In Docker's order: a registry that may be insecure is first asked for TLS, then without.
            _scheme = Uri.UriSchemeHttp;
            return transport.Send(() => Request(path, accept, authorization), limit, cancellation);
        }
    }

    private HttpRequestMessage Request(
        string path, IReadOnlyList<string> accept, AuthenticationHeaderValue? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _endpoint.Address(_scheme, $"{repository}/{path}"));
        request.Headers.Authorization = authorization;
        foreach (var type in accept) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));

        return request;
    }

    private static bool IsFailedHandshake(RegistryException exception) =>
        exception.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError };

    private static RegistryException Refusal(HttpStatusCode status) => (int)status switch
    {
        401 => new(RegistryErrorKind.Unauthorized, "the registry does not accept the credentials"),
        403 => new(RegistryErrorKind.Unauthorized, "the registry denies access"),
        404 => new(RegistryErrorKind.NotFound, "the registry does not have it"),
        407 => new(RegistryErrorKind.Unreachable, "the proxy asks for credentials (407)"),
        429 => new(RegistryErrorKind.Unreachable, "the registry answers that it is asked too often (429)"),
        >= 500 => new(RegistryErrorKind.Unreachable, $"the registry answers with a fault of its own ({(int)status})"),
        _ =>
            new(
                RegistryErrorKind.InvalidResponse,
                $"the registry answers {(int)status}, which the distribution protocol does not foresee here"),
    };
}
