using System;
using System.Threading;
using System.Threading.Tasks;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// What every test shares: a registry that holds the base images, and an engine. Each starts when the first test asks
/// for it and stops after the last one. A test that must see an empty registry starts one for itself with
/// <see cref="LoopbackRegistry.StartAsync"/>.
/// </summary>
[TestClass]
public sealed class EndToEndEnvironment
{
    private static readonly Lazy<Task<SeededRegistry>> SharedRegistry = new(
        SeededRegistry.StartAsync, LazyThreadSafetyMode.ExecutionAndPublication);
    private static readonly Lazy<Task<ContainerEngine>> SharedEngine = new(
        ContainerEngine.StartAsync, LazyThreadSafetyMode.ExecutionAndPublication);

    internal static Task<SeededRegistry> RegistryAsync() => SharedRegistry.Value;

    internal static Task<ContainerEngine> EngineAsync() => SharedEngine.Value;

    [AssemblyCleanup]
    public static async Task StopAsync()
    {
        if (SharedEngine is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await SharedEngine.Value).DisposeAsync();

        if (SharedRegistry is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await SharedRegistry.Value).DisposeAsync();
    }
}
