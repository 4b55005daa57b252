using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DockerGuard.Checks.Reading;
using DockerGuard.Images.Project;
using DockerGuard.Policy;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Checks;

/// <summary>Dockerfiles to check, and all that a project says about it.</summary>
public sealed record DockerfileCheckInput
{
    /// <summary>The files. Of several with one path the last counts.</summary>
    public required IReadOnlyList<DockerfileInput> Files { get; init; }

    /// <summary>The evaluated project.</summary>
    public required ProjectFacts Project { get; init; }

    /// <summary>Absolute path of the project file, where findings without a better place are reported.</summary>
    public required string ProjectFile { get; init; }

    /// <summary>Which policy holds.</summary>
    public required PolicyRequest Policy { get; init; }

    /// <summary>What the project says about warnings.</summary>
    public required ProjectWarnings Warnings { get; init; }

    /// <summary>The day to compare end-of-life and expiry dates with.</summary>
    public DateTime Day => Policy.Today;

    /// <summary>Where hadolint's configuration is looked for; null when the project wants none.</summary>
    public HadolintInput? Hadolint { get; init; }

    /// <summary>The accepted findings; null when there are none.</summary>
    public BaselineInput? Baseline { get; init; }

    /// <summary>Finds out about other builds of the project; null where nobody can.</summary>
    public IBuildReader? Build { get; init; }

    /// <summary>The tools of others to ask.</summary>
    public IReadOnlyList<IForeignChecker> ForeignCheckers { get; init; } = [];

    /// <summary>
    /// Ends the check, or the mending, with an <see cref="OperationCanceledException"/>: there is no verdict then.
    /// </summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>One Dockerfile.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Context">Absolute path of the folder the image is built in.</param>
public sealed record DockerfileInput(string Path, string Context)
{
    /// <summary>
    /// Absolute paths of folders that it may be built in as well, where nobody says which; what it copies tells.
    /// </summary>
    public IReadOnlyList<string> OtherContexts { get; init; } = [];

    /// <summary>
    /// A file of whose context nobody says anything: it is the project's folder, the Dockerfile's, or one above.
    /// </summary>
    /// <param name="path">Absolute path of the Dockerfile.</param>
    /// <param name="projectDirectory">Absolute path of the project's folder.</param>
    /// <param name="repositoryRoot">Absolute path of the repository's folder.</param>
    public static DockerfileInput WithoutContext(string path, string projectDirectory, string repositoryRoot)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        var input = new DockerfileInput(path, projectDirectory) { IsContextGiven = false };
        if (folder == projectDirectory && folder == repositoryRoot) return input;
        var others = BuildFolder.Upwards(folder, repositoryRoot)
            .Concat(BuildFolder.Upwards(projectDirectory, repositoryRoot))
            .Distinct(StringComparer.Ordinal)
            .Where(other => other != projectDirectory);
        return input with { OtherContexts = [.. others] };
    }

    /// <summary>Whether somebody says which folder it is built in.</summary>
    public bool IsContextGiven { get; init; } = true;

    /// <summary>The stage that ships; the last one when null.</summary>
    public string? Stage { get; init; }

    /// <summary>Values for its build arguments.</summary>
    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = new Dictionary<string, string>();
}

/// <summary>Where hadolint's configuration is looked for.</summary>
/// <param name="ExplicitPath">Absolute path of the file to use; null: the nearest one.</param>
/// <param name="Environment">The variables that hadolint reads, by name.</param>
public sealed record HadolintInput(string? ExplicitPath, IReadOnlyDictionary<string, string> Environment);
