using System.Collections.Generic;
using DockerGuard.Images.Model;

namespace DockerGuard.Generation;

/// <summary>The container items of a project, which the SDK's own publish takes too.</summary>
public sealed record ContainerSettings
{
    /// <summary>A project without any.</summary>
    public static ContainerSettings None { get; } = new();

    /// <summary><c>ContainerPort</c> and its <c>Type</c>, as <c>9090/tcp</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary><c>ContainerEnvironmentVariable</c>; the last of a name counts.</summary>
    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    /// <summary><c>ContainerAppCommand</c>; empty for what publish makes.</summary>
    public IReadOnlyList<string> AppCommand { get; init; } = [];

    /// <summary><c>ContainerAppCommandArgs</c>.</summary>
    public IReadOnlyList<string> AppCommandArguments { get; init; } = [];

    /// <summary><c>ContainerEntrypoint</c>.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary><c>ContainerEntrypointArgs</c>.</summary>
    public IReadOnlyList<string> EntrypointArguments { get; init; } = [];

    /// <summary><c>ContainerDefaultArgs</c>.</summary>
    public IReadOnlyList<string> DefaultArguments { get; init; } = [];

    /// <summary><c>ContainerLabel</c>; the last of a name counts.</summary>
    public IReadOnlyList<ImageLabel> Labels { get; init; } = [];
}
