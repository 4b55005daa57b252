using System.Collections.Generic;
using System.Net;

namespace DockerGuard.Registry.Protocol;

/// <summary>An answer read to its end; the body is empty unless the status is a success.</summary>
internal sealed record RegistryResponse(
    HttpStatusCode Status,
    string? MediaType,
    string? ContentDigest,
    IReadOnlyList<AuthenticationChallenge> Challenges,
    byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
