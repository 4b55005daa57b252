using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace DockerGuard.Testing;

/// <summary>A small image of two platforms and an attestation, as a registry would serve it.</summary>
public sealed class SampleImage
{
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";
    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";
    public const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
    public const string OciConfiguration = "application/vnd.oci.image.config.v1+json";

    private const string SampleConfig = """
        { "User": "1654", "WorkingDir": "/app", "Env": [ "PATH=/bin", "APP_UID=1654", "EMPTY=", "A=b=c" ],
          "Labels": { "vendor": "Contoso" }, "ExposedPorts": { "8080/tcp": {}, "53/udp": {}, "90": {} },
          "Volumes": { "/data": {} }, "Entrypoint": [ "dotnet", "App.dll" ], "Cmd": null,
          "Healthcheck": { "Test": [ "CMD", "true" ] }, "Shell": [ "/bin/bash", "-c" ] }
        """;

    /// <summary>
    /// Everything by its path below the repository: "manifests/sha256:...", "blobs/sha256:...", "manifests/1.0".
    /// </summary>
    public Dictionary<string, FakeAnswer> Content { get; } = [];

    public string IndexDigest { get; }

    public Dictionary<string, string> ManifestDigests { get; } = [];

    /// <param name="docker">True for Docker's own media types instead of OCI's.</param>
    /// <param name="config">What a container is started with.</param>
    /// <param name="arm64Config">The same on arm64; null when it is no other.</param>
    public SampleImage(bool docker = false, string config = SampleConfig, string? arm64Config = null)
    {
        var entries = new List<string>();
        foreach (var platform in new[] { "amd64", "arm64/v8", "arm/v7" })
        {
            var parts = platform.Split('/');
            var configuration = Configuration(parts[0], (parts[0] == "arm64" ? arm64Config : null) ?? config);
            ManifestDigests[parts[0]] = AddManifest(
                Manifest(Add("blobs", configuration, "application/octet-stream")),
                docker ? DockerManifest : OciManifest);
            var variant = parts.Length > 1 ? $$""", "variant": "{{parts[1]}}" """ : "";
            entries.Add($$"""
                {
                  "mediaType": "{{(docker ? DockerManifest : OciManifest)}}", "digest": "{{ManifestDigests[parts[0]]}}",
                  "size": 1, "platform": { "os": "linux", "architecture": "{{parts[0]}}"{{variant}} }
                }
                """);
        }

        entries.Insert(0, $$"""
            {
              "mediaType": "{{OciManifest}}", "digest": "sha256:{{new string('0', 64)}}", "size": 1,
              "platform": { "os": "unknown", "architecture": "unknown" },
              "annotations": { "vnd.docker.reference.type": "attestation-manifest" }
            }
            """);
        IndexDigest = AddManifest(
            $$"""{ "schemaVersion": 2, "manifests": [ {{string.Join(", ", entries)}} ] }""",
            docker ? DockerIndex : OciIndex,
            "1.0");
    }

    public static string Configuration(string architecture, string config = SampleConfig) =>
        $$"""
        {
          "os": "linux", "architecture": "{{architecture}}", "config": {{config}},
          "rootfs": { "type": "layers", "diff_ids": [] }
        }
        """;

    public static string Manifest(string configurationDigest, string configurationType = OciConfiguration) =>
        $$"""
        {
          "schemaVersion": 2, "layers": [],
          "config": { "mediaType": "{{configurationType}}", "digest": "{{configurationDigest}}", "size": 1 }
        }
        """;

    public string Add(string kind, string text, string type)
    {
        var digest = Digest(text);
        Content[$"{kind}/{digest}"] = FakeAnswer.Json(text, type);
        return digest;
    }

    public string AddManifest(string text, string type, string? tag = null)
    {
        var digest = Digest(text);
        var answer = new FakeAnswer(200, Encoding.UTF8.GetBytes(text), type, ("Docker-Content-Digest", digest));
        Content[$"manifests/{digest}"] = answer;
        if (tag is not null) Content[$"manifests/{tag}"] = answer;

        return digest;
    }

    /// <summary>Serves the image as the repository "team/app"; 404 for all else.</summary>
    public FakeAnswer Answer(FakeRequest request)
    {
        const string Repository = "/v2/team/app/";
        return request.Path.StartsWith(Repository, StringComparison.Ordinal)
            && Content.TryGetValue(request.Path[Repository.Length..], out var answer) ? answer : FakeAnswer.Empty(404);
    }

    public static string Digest(string text) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
