using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles;

/// <summary>What a build is given besides the file.</summary>
public sealed class BuildOptions
{
    /// <summary>Values of <c>--build-arg</c>.</summary>
    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = VariableMap.Empty;

    /// <summary>The stage to build, by name or number; the last one when null.</summary>
    public string? Target { get; init; }

    /// <summary>What is known of an external image by its expanded name; null, or a null answer, for nothing. <c>scratch</c> is never asked for.</summary>
    public Func<string, BaseImageConfig?>? ResolveBase { get; init; }

    /// <summary>
    /// Values of <c>--build-context</c> by name: of the stage or the image they take the place of, alone or for one platform
    /// (<c>name::os/architecture</c>). <c>docker-image://</c> names another image; all else, such as a path, is files only.
    /// <c>scratch</c> and <c>context</c> cannot be replaced.
    /// </summary>
    public IReadOnlyDictionary<string, string> NamedContexts { get; init; } = VariableMap.Empty;

    /// <summary>What is said of the shell of an instruction outside of <c>SHELL</c>, as a linter's comments do; null, or a null answer, for nothing.</summary>
    public Func<Instruction, IReadOnlyList<string>?>? ResolveShell { get; init; }

    /// <summary>The platform built for: os/architecture or os/architecture/variant.</summary>
    public string Platform { get; init; } = "linux/amd64";

    /// <summary>The platform the build runs on, in the same form.</summary>
    public string BuildPlatform { get; init; } = "linux/amd64";
}

/// <summary>The part of an image's configuration that a stage inherits (OCI image configuration).</summary>
public sealed class BaseImageConfig
{
    /// <summary>Null or empty means root on Linux.</summary>
    public string? User { get; init; }

    public string? WorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = VariableMap.Empty;

    public IReadOnlyDictionary<string, string> Labels { get; init; } = VariableMap.Empty;

    /// <summary>Ports with their protocol, such as <c>8080/tcp</c>.</summary>
    public IReadOnlyList<string> ExposedPorts { get; init; } = [];

    public IReadOnlyList<string> Volumes { get; init; } = [];

    public IReadOnlyList<string>? Entrypoint { get; init; }

    public IReadOnlyList<string>? Cmd { get; init; }

    public IReadOnlyList<string>? Shell { get; init; }

    public bool HasHealthcheck { get; init; }

    /// <summary>The one platform the image is made for, as os/architecture; null when it is not known or there are several.</summary>
    public string? Platform { get; init; }
}
