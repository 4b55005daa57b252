using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.EndToEnd.Tests.Tools;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>A real docker-registry on a free loopback port, with its data in a folder that goes with it.</summary>
internal sealed class LoopbackRegistry : IAsyncDisposable
{
    private static readonly string[] ManifestTypes =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    private readonly TemporaryFolder _folder;
    private readonly Daemon _daemon;

    private LoopbackRegistry(TemporaryFolder folder, Daemon daemon, int port)
    {
        _folder = folder;
        _daemon = daemon;
        Host = $"localhost:{port}";
        Http = new HttpClient { BaseAddress = new Uri($"http://{Host}/") };
    }

    /// <summary>
    /// Host and port, as an image reference begins: "localhost:41235". By this name the .NET SDK, too, speaks plain
    /// HTTP to it.
    /// </summary>
    public string Host { get; }

    public HttpClient Http { get; }

    /// <summary>What the registry itself wrote, for the message of a failed test.</summary>
    public string Log => _daemon.Log;

    /// <param name="passwords">
    /// In htpasswd's format with bcrypt hashes; the registry then wants Basic authentication.
    /// </param>
    public static async Task<LoopbackRegistry> StartAsync(string? passwords = null)
    {
        var program = Tool.DockerRegistry.Require();
        var folder = new TemporaryFolder();
        var port = FreePort();
        var configuration = folder["registry.yml"];
        await File.WriteAllTextAsync(configuration, $$"""
            version: 0.1
            log: { level: warn, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: {{folder["data"]}} }, delete: { enabled: true } }
            http: { addr: 127.0.0.1:{{port}} }

            """);
        if (passwords is not null)
        {
            await File.WriteAllTextAsync(folder["htpasswd"], passwords);
            await File.AppendAllTextAsync(
                configuration, $"auth: {{ htpasswd: {{ realm: test, path: {folder["htpasswd"]} }} }}");
        }

        // The registry lets REGISTRY_* variables override its file; the machine's must not reach it.
        var environment = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("REGISTRY_", StringComparison.Ordinal))
            .ToDictionary(name => name, _ => (string?)null);
        var registry = new LoopbackRegistry(
            folder, Daemon.Start(program, ["serve", configuration], folder.Path, environment), port);
        if (!await registry._daemon.WaitUntilAsync(registry.AnswersAsync, TimeSpan.FromSeconds(15)))
        {
            var log = registry.Log;
            await registry.DisposeAsync();
            Tool.ReportMissing(
                $"docker-registry does not start on this machine{Environment.NewLine}{log}", Tool.IsCI());
        }

        return registry;
    }

    /// <summary>Every repository that ever received something; empty when nothing was pushed.</summary>
    public async Task<IReadOnlyList<string>> ListRepositoriesAsync() =>
        await ListAsync("v2/_catalog?n=1000", "repositories");

    /// <summary>The tags of one repository; empty when it does not exist.</summary>
    public async Task<IReadOnlyList<string>> ListTagsAsync(string repository) =>
        await ListAsync($"v2/{repository}/tags/list", "tags");

    /// <summary>The manifest or index behind a tag or digest, as the registry holds it.</summary>
    public async Task<JsonNode> GetManifestAsync(string repository, string reference)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v2/{repository}/manifests/{reference}");
        foreach (var type in ManifestTypes) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));

        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsByteArrayAsync())!;
    }

    /// <summary>
    /// The configuration of an image: User, Env, Labels, ExposedPorts and the rest are under "config".
    /// </summary>
    /// <param name="architecture">Which image of an index; ignored when the reference is a single image.</param>
    public async Task<JsonNode> GetConfigurationAsync(
        string repository, string reference, string architecture = "amd64")
    {
        var manifest = await GetManifestAsync(repository, reference);
        if (manifest["manifests"] is JsonArray images)
        {
            var image = images.First(image => (string?)image!["platform"]!["architecture"] == architecture)!;
            manifest = await GetManifestAsync(repository, (string)image["digest"]!);
        }

        return JsonNode.Parse(await Http.GetByteArrayAsync($"v2/{repository}/blobs/{manifest["config"]!["digest"]}"))!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _daemon.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A port nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<IReadOnlyList<string>> ListAsync(string path, string property)
    {
        using var response = await Http.GetAsync(path);
        if (response.StatusCode == HttpStatusCode.NotFound) return [];

        response.EnsureSuccessStatusCode();
        var answer = JsonNode.Parse(await response.Content.ReadAsByteArrayAsync());
        return answer?[property] is JsonArray names ? [.. names.Select(name => (string)name!)] : [];
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await Http.GetAsync("v2/");
            return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.Unauthorized;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
