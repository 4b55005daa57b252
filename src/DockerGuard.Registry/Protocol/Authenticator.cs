using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading;
using DockerGuard.Oci.Text;
using DockerGuard.Registry.Credentials;

namespace DockerGuard.Registry.Protocol;

/// <summary>
/// Answers a registry's challenge: HTTP Basic (RFC 7617), or a bearer token from the service the challenge names, by
/// the distribution project's token specification. Only ever asks for the right to pull one repository.
/// </summary>
internal sealed class Authenticator(
    HttpTransport transport, RegistryOptions options, string registry, string repository)
{
    private const string ClientId = "dockerguard";

    private static readonly BodyLimit LargestToken =
        new(256 * 1024, "the token service of the registry", "token");

    /// <param name="isHttps">
    /// Over which the registry answered; only a registry without HTTPS may name a token service without it.
    /// </param>
    public AuthenticationHeaderValue Answer(
        IReadOnlyList<AuthenticationChallenge> challenges, bool isHttps, CancellationToken cancellation)
    {
        if (challenges.FirstOrDefault(challenge => challenge.Is("Bearer")) is { } bearer)
        {
            return new AuthenticationHeaderValue("Bearer", GetToken(bearer, isHttps, cancellation));
        }

        if (!challenges.Any(challenge => challenge.Is("Basic")))
        {
            throw new RegistryException(
                RegistryErrorKind.Unauthorized,
                challenges.Count == 0
                    ? "the registry asks for credentials and does not say how to send them"
                    : "the registry asks for credentials in a way that is neither Basic nor Bearer");
        }

        var credential = FindCredential(cancellation);
        return credential?.Password is not null
            ? Basic(credential)
            : throw new RegistryException(
                RegistryErrorKind.Unauthorized,
                credential is null
                    ? $"the registry asks for credentials, and none are known for {registry}"
                    : "the registry asks for a user and a password, and only an identity token is known for "
                        + registry);
    }

    private RegistryCredential? FindCredential(CancellationToken cancellation) =>
        options.Credentials.Find(registry, cancellation);

    private string GetToken(AuthenticationChallenge challenge, bool isHttps, CancellationToken cancellation)
    {
        // Judged first: a service that may not be asked has no credentials looked up for it.
        var service = TokenService(challenge, isHttps);
        var credential = FindCredential(cancellation);
        var parameters = new List<KeyValuePair<string, string>> { new("scope", $"repository:{repository}:pull") };
        if (challenge.Parameters.TryGetValue("service", out var name)) parameters.Add(new("service", name));

        var response = transport.Send(
            () => credential?.IdentityToken is { } refreshToken
                ? Exchange(service, parameters, refreshToken)
                : Ask(service, parameters, credential),
            LargestToken,
            cancellation);
        if (response.IsSuccess) return ReadToken(response.Body);

        throw response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest
            ? new RegistryException(
                RegistryErrorKind.Unauthorized, credential is null
                    ? $"the registry asks for credentials, and none are known for {registry}"
                    : "the token service of the registry does not accept the credentials of "
                        + Sentence.Quote(credential.ToString()))
            : new RegistryException(
                RegistryErrorKind.Unreachable, $"the token service of the registry answers {(int)response.Status}");
    }

    private Uri TokenService(AuthenticationChallenge challenge, bool isHttps)
    {
        if (!challenge.Parameters.TryGetValue("realm", out var realm)
            || !Uri.TryCreate(realm, UriKind.Absolute, out var service)
            || service.Scheme is not ("https" or "http"))
        {
            throw new RegistryException(
                RegistryErrorKind.InvalidResponse, "the registry names no token service to get a token from");
        }

        // Otherwise a registry, or someone between, could have the credentials sent in the clear.
        var mayBePlain = !isHttps && RegistryEndpoint.MayBeInsecureAt(service, options.InsecureRegistries);
        return service.Scheme == Uri.UriSchemeHttps || mayBePlain ? service
            : throw new RegistryException(
                RegistryErrorKind.InvalidResponse,
                $"the registry names the token service {Wording.Server(service)}, which is not HTTPS");
    }

    private static HttpRequestMessage Ask(
        Uri service, IEnumerable<KeyValuePair<string, string>> parameters, RegistryCredential? credential)
    {
        var query = string.Join(
            '&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        var address = new UriBuilder(service);
        address.Query = address.Query.Length > 1 ? address.Query[1..] + "&" + query : query;
        var request = new HttpRequestMessage(HttpMethod.Get, address.Uri);
        request.Headers.Authorization = credential is null ? null : Basic(credential);
        return request;
    }

    private static HttpRequestMessage Exchange(
        Uri service, IEnumerable<KeyValuePair<string, string>> parameters, string refreshToken) =>
            new(HttpMethod.Post, service)
            {
                Content = new FormUrlEncodedContent([
                    .. parameters, new("grant_type", "refresh_token"), new("client_id", ClientId),
                    new("refresh_token", refreshToken),
                ]),
            };

    private static string ReadToken(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var name in new[] { "token", "access_token" })
            {
                if (document.RootElement.TryGetProperty(name, out var value)
                    && value.GetString() is { Length: > 0 } token
                    && token.All(c => c is > ' ' and < '\x7f'))
                {
                    return token;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Said below.
        }

        throw new RegistryException(
            RegistryErrorKind.InvalidResponse, "the token service of the registry does not answer with a token");
    }

    private static AuthenticationHeaderValue Basic(RegistryCredential credential) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.UserName}:{credential.Password}")));
}
