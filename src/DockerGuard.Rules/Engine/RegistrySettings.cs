using System.Collections.Generic;

namespace DockerGuard.Rules.Engine;

/// <summary>What a policy says of registries.</summary>
public sealed record RegistrySettings
{
    /// <summary>
    /// Registries images may come from, such as <c>mcr.microsoft.com</c> or <c>registry.contoso.com/team</c>. Empty:
    /// every registry.
    /// </summary>
    public IReadOnlyList<string> Trusted { get; init; } = [];
}
