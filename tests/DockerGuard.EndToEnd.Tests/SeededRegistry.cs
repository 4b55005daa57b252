using System;
using System.Threading.Tasks;
using DockerGuard.EndToEnd.Tests.Seed;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>A loopback registry that stands in for mcr.microsoft.com: see <see cref="SeedImages"/>.</summary>
internal sealed class SeededRegistry : IAsyncDisposable
{
    private readonly SeedImages _images;
    private readonly RegistryUpload _upload;

    private SeededRegistry(LoopbackRegistry registry, SeedImages images)
    {
        Registry = registry;
        _images = images;
        _upload = new RegistryUpload(registry.Http);
    }

    public LoopbackRegistry Registry { get; }

    /// <summary>Host and port, to be written where "mcr.microsoft.com" would be.</summary>
    public string Host => Registry.Host;

    public static async Task<SeededRegistry> StartAsync()
    {
        var images = await SeedImages.CreateAsync();
        var seeded = new SeededRegistry(await LoopbackRegistry.StartAsync(), images);
        try
        {
            foreach (var (repository, tag) in SeedImages.DefaultTags) await seeded.AddTagAsync(repository, tag);
        }
        catch
        {
            await seeded.DisposeAsync();
            throw;
        }

        return seeded;
    }

    /// <summary>
    /// Adds a tag beyond <see cref="SeedImages.DefaultTags"/>, such as the exact one a generated Dockerfile names.
    /// </summary>
    /// <returns>The digest of the tag's index.</returns>
    public Task<string> AddTagAsync(string repository, string tag) => _images.PushAsync(_upload, repository, tag);

    /// <summary>
    /// Adds the SDK image that a generated Dockerfile builds in, and that of Node.js where it has one.
    /// </summary>
    /// <returns>The tag of the SDK.</returns>
    public async Task<string> AddSdkOfAsync(string dockerfile)
    {
        if (TagOf("library/node", dockerfile) is { } node) await AddTagAsync("library/node", node);
        var tag = TagOf("dotnet/sdk", dockerfile)!;
        await AddTagAsync("dotnet/sdk", tag);
        return tag;
    }

    private static string? TagOf(string repository, string dockerfile)
    {
        var start = dockerfile.IndexOf($"/{repository}:", StringComparison.Ordinal);
        if (start < 0) return null;
        start += repository.Length + 2;
        return dockerfile[start..dockerfile.IndexOf(' ', start)];
    }

    public ValueTask DisposeAsync() => Registry.DisposeAsync();
}
