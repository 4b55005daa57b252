using System;
using System.Collections.Generic;
using System.Net.Http;
using DockerGuard.Registry.Credentials;

namespace DockerGuard.Registry;

/// <summary>How a <see cref="RegistryClient"/> talks to registries.</summary>
public sealed class RegistryOptions
{
    /// <summary>
    /// For one image in all: every platform, request, redirect, retry and credential helper. More than zero; 30 seconds
    /// by default.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the first of at most two retries waits when the registry does not say; the second waits twice as long.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Registries ("host" or "host:port") whose certificate need not be trusted and that may speak plain HTTP, as
    /// Docker's insecure-registries and the .NET SDK's DOTNET_CONTAINER_INSECURE_REGISTRIES. Loopback hosts always may.
    /// </summary>
    public IReadOnlyCollection<string> InsecureRegistries { get; init; } = [];

    /// <summary>The registries in DOTNET_CONTAINER_INSECURE_REGISTRIES, separated by commas or semicolons.</summary>
    /// <param name="environment">The variables of the build's environment.</param>
    public static IReadOnlyCollection<string> InsecureRegistriesFrom(IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return environment.TryGetValue("DOTNET_CONTAINER_INSECURE_REGISTRIES", out var names)
            ? names.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
    }

    /// <summary>Asked only when a registry wants credentials.</summary>
    public ICredentialSource Credentials { get; init; } = CredentialSources.None;

    /// <summary>Replaces the network. It must not follow redirects, and is not disposed.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
