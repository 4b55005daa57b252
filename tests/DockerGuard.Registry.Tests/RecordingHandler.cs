using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DockerGuard.Registry.Tests;

/// <summary>A network on which every TLS handshake fails: shows where the client turns to.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    public List<string> Addresses { get; } = [];

    public IEnumerable<string> Schemes => Addresses.Select(address => address.Split(':')[0]);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Addresses.Add(request.RequestUri!.AbsoluteUri);
        throw new HttpRequestException(HttpRequestError.SecureConnectionError, "no handshake");
    }
}
