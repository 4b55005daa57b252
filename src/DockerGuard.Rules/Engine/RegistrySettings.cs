using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Rules.Engine;

/// <summary>What a policy says of registries.</summary>
public sealed record RegistrySettings
{
    /// <summary>
    /// Registries images may come from, such as <c>mcr.microsoft.com</c> or <c>registry.contoso.com/team</c>. Empty:
    /// every registry.
    /// </summary>
    public IReadOnlyList<string> Trusted { get; init; } = [];

    /// <summary>True when the list has the registry, or a path of it that the image lies in.</summary>
    /// <param name="registry">The host, with its port.</param>
    /// <param name="name">Host and path of the image.</param>
    public bool Trusts(string registry, string name) => Trusted.Any(trusted => Covers(trusted, registry, name));

    /// <summary>
    /// True when <paramref name="trusted"/> is the image's registry, or a path of it at a segment's end. A star at its
    /// beginning stands for any beginning of the registry's name, one at its end for any end of the image's.
    /// </summary>
    private static bool Covers(string trusted, string registry, string name)
    {
        if (trusted.StartsWith("*", StringComparison.Ordinal))
            return registry.EndsWith(trusted.Substring(1), StringComparison.OrdinalIgnoreCase) || trusted == "*";
        if (trusted.EndsWith("*", StringComparison.Ordinal))
            return name.StartsWith(trusted.Substring(0, trusted.Length - 1), StringComparison.OrdinalIgnoreCase);
        if (trusted.Equals("hub.docker.com", StringComparison.OrdinalIgnoreCase)) trusted = "docker.io";
        return name.StartsWith(trusted, StringComparison.OrdinalIgnoreCase)
            && (name.Length == trusted.Length || name[trusted.Length] == '/');
    }
}
