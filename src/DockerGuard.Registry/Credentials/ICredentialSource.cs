using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DockerGuard.Registry.Credentials;

/// <summary>A place where credentials are kept.</summary>
public interface ICredentialSource
{
    /// <param name="registry">As an image reference names it: "docker.io", "registry.example.com:5000".</param>
    /// <returns>Null when the place has none for this registry.</returns>
    /// <exception cref="RegistryException">The place exists but cannot be read.</exception>
    RegistryCredential? Find(string registry, CancellationToken cancellationToken);
}

/// <summary>Sources made of sources.</summary>
public static class CredentialSources
{
    /// <summary>Every image is read anonymously.</summary>
    public static ICredentialSource None { get; } = new Sequence([]);

    /// <summary>The first source that has credentials wins.</summary>
    public static ICredentialSource FirstOf(params ICredentialSource[] sources) => new Sequence([.. sources]);

    /// <summary>
    /// Where the .NET SDK looks when it pulls a base image, in its order: its environment variables, then the Docker
    /// and Podman configuration files.
    /// </summary>
    /// <param name="environment">The variables of the build's environment.</param>
    /// <param name="outputRegistry">Where the built image goes; null when it stays on the machine.</param>
    public static ICredentialSource ForBaseImages(
        IReadOnlyDictionary<string, string> environment, string? outputRegistry)
    {
        environment.TryGetValue("PATH", out var searchPath);
        return FirstOf([
            new EnvironmentCredentials(environment, outputRegistry),
            .. DockerConfigCredentials.FindFiles(environment)
                .Select(file => new DockerConfigCredentials(file, searchPath)),
        ]);
    }

    private sealed class Sequence(IReadOnlyList<ICredentialSource> sources) : ICredentialSource
    {
        public RegistryCredential? Find(string registry, CancellationToken cancellationToken)
        {
            foreach (var source in sources)
                if (source.Find(registry, cancellationToken) is { } found) return found;

            return null;
        }
    }
}
