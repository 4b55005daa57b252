using System;
using System.Collections.Generic;
using System.Threading;

namespace DockerGuard.Registry.Credentials;

/// <summary>
/// The variables of the .NET SDK's container publish. DOTNET_CONTAINER_PULL_REGISTRY_UNAME and _PWORD are for every
/// registry a base comes from; DOTNET_CONTAINER_REGISTRY_* and the older SDK_CONTAINER_REGISTRY_* are for the registry
/// the image goes to, and so hold for a base only when it comes from the same one.
/// </summary>
public sealed class EnvironmentCredentials(
    IReadOnlyDictionary<string, string> environment, string? outputRegistry) : ICredentialSource
{
    private const string ForPulling = "DOTNET_CONTAINER_PULL_REGISTRY_";

    private static readonly string[] ForOutput = ["DOTNET_CONTAINER_REGISTRY_", "SDK_CONTAINER_REGISTRY_"];

    public RegistryCredential? Find(string registry, CancellationToken cancellationToken)
    {
        var found = Read(ForPulling);
        if (found is null && registry.Equals(outputRegistry, StringComparison.OrdinalIgnoreCase))
            foreach (var prefix in ForOutput) found ??= Read(prefix);

        return found;
    }

    private RegistryCredential? Read(string prefix) =>
        environment.TryGetValue(prefix + "UNAME", out var user) && !string.IsNullOrEmpty(user)
        && environment.TryGetValue(prefix + "PWORD", out var password) && !string.IsNullOrEmpty(password)
            ? RegistryCredential.FromPassword(user, password)
            : null;
}
