using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;

namespace DockerGuard.EndToEnd.Tests.Seed;

/// <summary>The pushing half of the OCI distribution protocol, without authentication.</summary>
internal sealed class RegistryUpload(HttpClient http)
{
    // Which repository already has a blob: the registry mounts it into the next one instead of receiving it again.
    private readonly Dictionary<string, string> _home = new(StringComparer.Ordinal);

    public async Task PutBlobAsync(string repository, string digest, long size, Func<Stream> open)
    {
        using (var question = new HttpRequestMessage(HttpMethod.Head, $"v2/{repository}/blobs/{digest}"))
        using (var known = await http.SendAsync(question))
            if (known.IsSuccessStatusCode) return;

        var mount = _home.TryGetValue(digest, out var home)
            ? $"?mount={Uri.EscapeDataString(digest)}&from={Uri.EscapeDataString(home)}"
            : "";
        using var begun = await http.PostAsync($"v2/{repository}/blobs/uploads/{mount}", content: null);
        begun.EnsureSuccessStatusCode();
        if (begun.StatusCode == HttpStatusCode.Created) return;

        using var content = new StreamContent(open());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentLength = size;
        var address = new UriBuilder(new Uri(http.BaseAddress!, begun.Headers.Location!));
        address.Query = address.Query.TrimStart('?') + "&digest=" + Uri.EscapeDataString(digest);
        using var put = await http.PutAsync(address.Uri, content);
        put.EnsureSuccessStatusCode();
        _home.TryAdd(digest, repository);
    }

    public async Task PutManifestAsync(string repository, string reference, string mediaType, byte[] manifest)
    {
        using var content = new ByteArrayContent(manifest);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var put = await http.PutAsync($"v2/{repository}/manifests/{reference}", content);
        put.EnsureSuccessStatusCode();
    }
}
