using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests.Seed;

/// <summary>
/// Base images that behave like those of mcr.microsoft.com: same repositories, tags, users, environment and entry
/// points, a shell where they have one and none where they have none. The files are this machine's own .NET and Debian
/// packages. Each tag is an index of two architectures, as Microsoft's are; only the machine's own can be run. One is
/// like that of Node.js, with an npm that installs nothing. A layer is made when a tag first needs it.
/// </summary>
internal sealed class SeedImages
{
    private const string IndexType = "application/vnd.docker.distribution.manifest.list.v2+json";
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";
    private const string ConfigurationType = "application/vnd.docker.container.image.v1+json";
    private const string LayerType = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    private const string Created = "2026-01-01T00:00:00Z";

    private static readonly string[] Architectures = ["amd64", "arm64"];

    private readonly LayerStore _store = new();
    private readonly RootFileSystems _systems;
    private readonly Dictionary<string, Layer> _layers = [];

    private SeedImages(RootFileSystems systems) => _systems = systems;

    /// <summary>The tags a floating base usually has, and the exact ones of the SDK on this machine.</summary>
    public static IReadOnlyList<(string Repository, string Tag)> DefaultTags
    {
        get
        {
            var dotnet = DotNetInstallation.Current;
            string[] families = ["", "-noble", "-noble-chiseled", "-noble-chiseled-extra"];
            var runtimes = from repository in new[] { "dotnet/runtime-deps", "dotnet/runtime", "dotnet/aspnet" }
                           from family in families
                           select (repository, dotnet.Channel + family);
            string[] sdk = [dotnet.Channel, dotnet.Channel + "-noble", dotnet.SdkVersion, dotnet.SdkVersion + "-noble"];
            return [.. runtimes, .. sdk.Select(tag => ("dotnet/sdk", tag))];
        }
    }

    public static async Task<SeedImages> CreateAsync()
    {
        var images = new SeedImages(new RootFileSystems(await DebianPackages.ReadAsync()));
        images._store.RemoveUnused();
        await images.MakeAsync(["full", "chiseled", "extra", "runtime", "aspnet", "sdk"]);
        return images;
    }

    /// <summary>
    /// Puts one tag into the registry. What the tag ends with decides what it holds: "-chiseled", "-chiseled-extra",
    /// "-aot", else full.
    /// </summary>
    /// <returns>The digest of the index, to pin the tag with.</returns>
    public async Task<string> PushAsync(RegistryUpload upload, string repository, string tag)
    {
        var names = LayerNames(repository, tag);
        await MakeAsync(names);
        var images = new JsonArray();
        foreach (var layer in names.Select(name => _layers[name]))
            await upload.PutBlobAsync(repository, layer.Digest, layer.Size, () => System.IO.File.OpenRead(layer.File));

        foreach (var architecture in Architectures)
        {
            var configuration = Bytes(Configuration(repository, tag, architecture, names));
            await upload.PutBlobAsync(
                repository,
                Digest(configuration),
                configuration.Length,
                () => new System.IO.MemoryStream(configuration));
            var manifest = Bytes(Manifest(configuration, names));
            await upload.PutManifestAsync(repository, Digest(manifest), ManifestType, manifest);
            var platform = new JsonObject() { ["architecture"] = architecture, ["os"] = "linux" };
            if (architecture == "arm64") platform["variant"] = "v8";

            images.Add(Descriptor(ManifestType, Digest(manifest), manifest.Length, platform));
        }

        var index = Bytes(new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = IndexType, ["manifests"] = images });
        await upload.PutManifestAsync(repository, tag, IndexType, index);
        return Digest(index);
    }

    private async Task MakeAsync(IEnumerable<string> names)
    {
        string[] missing = [.. names.Where(name => !_layers.ContainsKey(name))];
        var layers = await Task.WhenAll(
            missing.Select(async name => await _store.GetOrCreateAsync(await TreeOfAsync(name))));
        foreach (var (name, layer) in missing.Zip(layers)) _layers[name] = layer;
    }

    private Task<FileTree> TreeOfAsync(string layer) => layer switch
    {
        "full" => _systems.FullAsync(),
        "chiseled" => _systems.ChiseledAsync(),
        "extra" => _systems.ExtraAsync(),
        "linker" => _systems.LinkerAsync(),
        "runtime" => Fill(DotNetInstallation.Current.AddRuntime),
        "aspnet" => Fill(DotNetInstallation.Current.AddAspNetCore),
        "sdk" => SdkAsync(),
        _ => Fill(AddNode),
    };

    private async Task<FileTree> SdkAsync()
    {
        var tree = new FileTree();
        DotNetInstallation.Current.AddSdk(tree);
        await _systems.AddGitAsync(tree);
        return tree;
    }

    private static Task<FileTree> Fill(Action<FileTree> add)
    {
        var tree = new FileTree();
        add(tree);
        return Task.FromResult(tree);
    }

    private static void AddNode(FileTree tree)
    {
        const string npm = "usr/local/lib/node_modules/npm/bin/";
        tree.AddText("usr/local/bin/node", "#!/bin/sh\necho v22.0.0\n", FileTree.FolderMode);
        tree.AddText(npm + "npm-cli.js", StandInNpm.Script, FileTree.FolderMode);
        tree.AddText(npm + "npx-cli.js", "#!/bin/sh\nexit 1\n", FileTree.FolderMode);
    }

    private static bool IsChiseled(string tag) => tag.Contains("-chiseled", StringComparison.Ordinal);

    private static bool IsExtra(string tag) => tag.EndsWith("-extra", StringComparison.Ordinal);

    private static string[] LayerNames(string repository, string tag)
    {
        string[] system = !IsChiseled(tag) ? ["full"] : IsExtra(tag) ? ["chiseled", "extra"] : ["chiseled"];
        return repository switch
        {
            "dotnet/runtime-deps" => system,
            "dotnet/runtime" => [.. system, "runtime"],
            "dotnet/aspnet" => [.. system, "runtime", "aspnet"],
            "library/node" => [.. system, "node"],
            "dotnet/sdk" when tag.EndsWith("-aot", StringComparison.Ordinal) =>
                [.. system, "runtime", "aspnet", "sdk", "linker"],
            "dotnet/sdk" when !IsChiseled(tag) => [.. system, "runtime", "aspnet", "sdk"],
            _ => throw new ArgumentException($"there is no image like {repository}:{tag}"),
        };
    }

    private JsonObject Configuration(string repository, string tag, string architecture, IReadOnlyList<string> layers)
    {
        var config = new JsonObject { ["Env"] = Array(Environment(tag, layers)) };
        if (IsChiseled(tag))
        {
            config["User"] = "1654";
            if (repository != "dotnet/runtime-deps")
            {
                config["Entrypoint"] = Array(["/usr/bin/dotnet"]);
                config["Cmd"] = Array(["--info"]);
            }
        }
        else
        {
            config["Cmd"] = Array(["/bin/bash"]);
            config["Labels"] = new JsonObject
            {
                ["org.opencontainers.image.ref.name"] = "ubuntu",
                ["org.opencontainers.image.version"] = "24.04",
            };
        }

        return new JsonObject
        {
            ["architecture"] = architecture,
            ["os"] = "linux",
            ["created"] = Created,
            ["config"] = config,
            ["rootfs"] = new JsonObject
            {
                ["type"] = "layers",
                ["diff_ids"] = Array(layers.Select(name => _layers[name].DiffId)),
            },
            ["history"] = new JsonArray([.. layers.Select(
                name => new JsonObject { ["created"] = Created, ["created_by"] = $"COPY {name} / # seed" })]),
        };
    }

    private static IEnumerable<string> Environment(string tag, IReadOnlyList<string> layers)
    {
        var dotnet = DotNetInstallation.Current;
        yield return "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        yield return "APP_UID=1654";
        yield return layers.Contains("sdk") ? "ASPNETCORE_HTTP_PORTS=" : "ASPNETCORE_HTTP_PORTS=8080";
        yield return "DOTNET_RUNNING_IN_CONTAINER=true";
        if (IsChiseled(tag) && !IsExtra(tag)) yield return "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true";

        if (layers.Contains("runtime")) yield return "DOTNET_VERSION=" + dotnet.RuntimeVersion;

        if (layers.Contains("aspnet")) yield return "ASPNET_VERSION=" + dotnet.RuntimeVersion;

        if (layers.Contains("sdk"))
        {
            yield return "DOTNET_GENERATE_ASPNET_CERTIFICATE=false";
            yield return "DOTNET_NOLOGO=true";
            yield return "DOTNET_SDK_VERSION=" + dotnet.SdkVersion;
            yield return "DOTNET_USE_POLLING_FILE_WATCHER=true";
            yield return "NUGET_XMLDOC_MODE=skip";
        }
    }

    private JsonObject Manifest(byte[] configuration, IReadOnlyList<string> layers) => new()
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = ManifestType,
        ["config"] = Descriptor(ConfigurationType, Digest(configuration), configuration.Length),
        ["layers"] =
            new JsonArray([.. layers.Select(name => Descriptor(LayerType, _layers[name].Digest, _layers[name].Size))]),
    };

    private static JsonObject Descriptor(string mediaType, string digest, long size, JsonObject? platform = null)
    {
        var descriptor = new JsonObject { ["mediaType"] = mediaType, ["digest"] = digest, ["size"] = size };
        if (platform is not null) descriptor["platform"] = platform;

        return descriptor;
    }

    private static JsonArray Array(IEnumerable<string> values) =>
        new([.. values.Select(value => JsonValue.Create(value))]);

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    private static string Digest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
