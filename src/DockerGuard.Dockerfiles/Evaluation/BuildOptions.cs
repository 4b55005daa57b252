using System;
using System.Collections.Generic;
using System.Threading;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>What a build is given besides the file.</summary>
public sealed class BuildOptions
{
    /// <summary>Values of <c>--build-arg</c>.</summary>
    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = VariableMap.Empty;

    /// <summary>The stage to build, by name or number; the last one when null.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// What is known of an external image by its expanded name; null, or a null answer, for nothing. <c>scratch</c> is
    /// never asked for.
    /// </summary>
    public Func<string, ImageConfig?>? ResolveBase { get; init; }

    /// <summary>
    /// Values of <c>--build-context</c> by name: of the stage or the image they take the place of, alone or for one
    /// platform (<c>name::os/architecture</c>). <c>docker-image://</c> names another image; all else, such as a path,
    /// is files only. <c>scratch</c> and <c>context</c> cannot be replaced.
    /// </summary>
    public IReadOnlyDictionary<string, string> NamedContexts { get; init; } = VariableMap.Empty;

    /// <summary>
    /// What is said of the shell of an instruction outside of <c>SHELL</c>, as a linter's comments do; null, or a null
    /// answer, for nothing.
    /// </summary>
    public Func<Instruction, IReadOnlyList<string>?>? ResolveShell { get; init; }

    /// <summary>The platform built for: os/architecture or os/architecture/variant.</summary>
    public string Platform { get; init; } = "linux/amd64";

    /// <summary>The platform the build runs on, in the same form.</summary>
    public string BuildPlatform { get; init; } = "linux/amd64";

    /// <summary>Ends the evaluation of a long file.</summary>
    public CancellationToken Cancellation { get; init; }
}
