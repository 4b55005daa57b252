using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace DockerGuard.Testing;

/// <summary>
/// A registry on loopback that keeps in memory what is pushed, by the OCI distribution protocol, and gives it back.
/// </summary>
public sealed class MemoryRegistry : IAsyncDisposable
{
    private const string Root = "/v2/";

    // By the path below the root: "team/app/blobs/sha256:...", "team/app/manifests/1.0".
    private readonly ConcurrentDictionary<string, FakeAnswer> _content = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _uploads = new(StringComparer.Ordinal);
    private readonly FakeRegistry _server;
    private int _pushes;

    public MemoryRegistry() => _server = new FakeRegistry(Answer);

    /// <summary>Address and port, as an image reference begins.</summary>
    public string Host => _server.Host;

    /// <summary>True when nobody has pushed anything.</summary>
    public bool IsUntouched => _pushes == 0;

    /// <summary>Holds an image from the beginning, by the tag 1.0 and by others.</summary>
    public MemoryRegistry With(string repository, SampleImage image, params string[] tags)
    {
        foreach (var (path, answer) in image.Content) _content[$"{repository}/{path}"] = answer;
        foreach (var tag in tags) _content[$"{repository}/manifests/{tag}"] = image.Content["manifests/1.0"];
        return this;
    }

    /// <summary>The manifest or index behind a tag or digest.</summary>
    public JsonNode Manifest(string repository, string reference) =>
        JsonNode.Parse(_content[$"{repository}/manifests/{reference}"].Body)!;

    /// <summary>The configuration of one image of an index: User, Env and Labels are under "config".</summary>
    public JsonNode Configuration(string repository, string reference, string architecture)
    {
        var image = Manifest(repository, reference)["manifests"]!.AsArray()
            .Single(image => (string?)image!["platform"]!["architecture"] == architecture)!;
        var manifest = Manifest(repository, (string)image["digest"]!);
        return JsonNode.Parse(_content[$"{repository}/blobs/{manifest["config"]!["digest"]}"].Body)!;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private FakeAnswer Answer(FakeRequest request)
    {
        var parts = request.Path.Split('?', 2);
        if (parts[0] == Root) return FakeAnswer.Empty(200);
        var path = parts[0][Root.Length..];
        switch (request.Method)
        {
            case "GET":
                return _content.GetValueOrDefault(path) ?? FakeAnswer.Empty(404);
            case "HEAD":
                return FakeAnswer.Empty(_content.ContainsKey(path) ? 200 : 404);
            case "POST":
                _pushes++;
                return UploadTo(path.TrimEnd('/') + "/" + Guid.NewGuid().ToString("N"), []);
            case "PATCH":
                return UploadTo(path, request.Content);
            case "PUT" when path.Contains("/manifests/", StringComparison.Ordinal):
                return Keep(path, request);
            case "PUT":
                var digest = Uri.UnescapeDataString(parts[1].Split('&')
                    .Single(part => part.StartsWith("digest=", StringComparison.Ordinal))["digest=".Length..]);
                UploadTo(path, request.Content);
                _content[$"{path[..path.IndexOf("/uploads/", StringComparison.Ordinal)]}/{digest}"] =
                    new FakeAnswer(200, _uploads[path], "application/octet-stream");
                return FakeAnswer.Empty(201);
            default:
                return FakeAnswer.Empty(405);
        }
    }

    private FakeAnswer UploadTo(string path, byte[] content)
    {
        _uploads[path] = [.. _uploads.GetValueOrDefault(path) ?? [], .. content];
        return FakeAnswer.Empty(202, ("Location", Root + path), ("Range", $"0-{_uploads[path].Length - 1}"));
    }

    private FakeAnswer Keep(string path, FakeRequest request)
    {
        var digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(request.Content));
        var answer = new FakeAnswer(
            200, request.Content, request.Headers["content-type"], ("Docker-Content-Digest", digest));
        _content[path] = answer;
        _content[path[..(path.LastIndexOf('/') + 1)] + digest] = answer;
        return FakeAnswer.Empty(201, ("Docker-Content-Digest", digest));
    }
}
