using System.Collections.Generic;
using DockerGuard.Images.Model;

namespace DockerGuard.Generation;

/// <summary>The container items of a project, which the SDK's own publish takes too.</summary>
public sealed record ContainerSettings
{
    /// <summary>A project without any.</summary>
    public static ContainerSettings None { get; } = new();

    /// <summary><c>ContainerPort</c>; what is no port is left out.</summary>
    public IReadOnlyList<ContainerPort> Ports { get; init; } = [];

    /// <summary><c>ContainerEnvironmentVariable</c>; the last of a name counts.</summary>
    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    /// <summary><c>ContainerAppCommand</c> and <c>ContainerAppCommandArgs</c>; empty for what publish makes.</summary>
    public IReadOnlyList<string> AppCommand { get; init; } = [];

    /// <inheritdoc cref="AppCommand"/>
    public IReadOnlyList<string> AppCommandArguments { get; init; } = [];

    /// <summary><c>ContainerEntrypoint</c> and <c>ContainerEntrypointArgs</c>.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary><c>ContainerDefaultArgs</c>.</summary>
    public IReadOnlyList<string> DefaultArguments { get; init; } = [];

    /// <summary><c>ContainerLabel</c>; the last of a name counts.</summary>
    public IReadOnlyList<ImageLabel> Labels { get; init; } = [];
}
