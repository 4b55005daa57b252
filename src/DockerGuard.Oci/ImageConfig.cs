using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace DockerGuard.Oci;

/// <summary>
/// How an image says it is to be run (the configuration of the OCI image specification, and Docker's additions): what a
/// stage or a project that builds on it inherits.
/// </summary>
public sealed class ImageConfig
{
    private static readonly ReadOnlyDictionary<string, string> Nothing =
        new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Null or empty means root on Linux.</summary>
    public string? User { get; init; }

    /// <summary>Where the process starts; null when the image does not say.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The variables of the process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = Nothing;

    /// <summary>The labels by name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Nothing;

    /// <summary>Ports with their protocol, such as <c>8080/tcp</c>.</summary>
    public IReadOnlyList<string> ExposedPorts { get; init; } = [];

    /// <summary>The paths that are kept outside of the container.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>
    /// The program with its first arguments; null when the image names none, which is not the same as empty.
    /// </summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>The arguments, or the program where there is no entry point.</summary>
    public IReadOnlyList<string>? Cmd { get; init; }

    /// <summary>The shell that text commands of a Dockerfile are given to.</summary>
    public IReadOnlyList<string>? Shell { get; init; }

    /// <summary>Whether the image says how its health is checked.</summary>
    public bool HasHealthcheck { get; init; }

    /// <summary>The one platform the image is made for; null when it is not known or there are several.</summary>
    public Platform? Platform { get; init; }
}
