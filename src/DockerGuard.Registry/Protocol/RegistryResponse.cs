using System.Collections.Generic;
using System.Net;

namespace DockerGuard.Registry.Protocol;

/// <summary>An answer read to its end.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The type of the content; null when the server does not say.</param>
/// <param name="ContentDigest">The digest the server states; null when it states none.</param>
/// <param name="Challenges">How the server wants to be told who asks.</param>
/// <param name="Body">The content; empty unless the status is a success.</param>
/// <param name="IsFromElsewhere">True when a redirect led to another server than the one that was asked.</param>
internal sealed record RegistryResponse(
    HttpStatusCode Status,
    string? MediaType,
    string? ContentDigest,
    IReadOnlyList<AuthenticationChallenge> Challenges,
    byte[] Body,
    bool IsFromElsewhere)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
