using System;
using System.Collections.Generic;
using DockerGuard.Registry;

namespace DockerGuard.Build.Publish;

/// <summary>The environment variables the SDK's container publish reads, read here the same way so that both reach the same registry.</summary>
internal static class ContainerEnvironment
{
    public static IReadOnlyCollection<string> InsecureRegistries() =>
        (Environment.GetEnvironmentVariable("DOTNET_CONTAINER_INSECURE_REGISTRIES") ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
}
