using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Registry;
using DockerGuard.Registry.Credentials;

namespace DockerGuard.Build.Publish;

/// <summary>The environment variables the SDK's container publish reads, read here the same way so that both reach the same registry.</summary>
internal static class ContainerEnvironment
{
    /// <summary>Registries the user lets speak plain HTTP.</summary>
    public static IReadOnlyCollection<string> InsecureRegistries() =>
        (Environment.GetEnvironmentVariable("DOTNET_CONTAINER_INSECURE_REGISTRIES") ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where credentials for a base image come from.</summary>
    /// <param name="outputRegistry">The registry the image goes to: the SDK's general variables serve a base from there.</param>
    public static ICredentialSource Credentials(string? outputRegistry) =>
        CredentialSources.ForBaseImages(
            Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal),
            outputRegistry);
}
