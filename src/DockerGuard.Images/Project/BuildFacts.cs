using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Images.Project;

/// <summary>
/// Everything a build reads, for a project and every project it reaches: what MSBuild knows after evaluating each as
/// the image build will. Nothing of it belongs to one machine: SDK, packages and build output are left out. Immutable.
/// </summary>
public sealed record BuildFacts
{
    private readonly IReadOnlyList<ProjectInputs> _projects = [];

    /// <summary>Absolute path of the folder that holds the repository; null when the project lies in none.</summary>
    public string? RepositoryRoot { get; init; }

    /// <summary>
    /// Absolute path of the nearest folder with a solution, at or above the project, where there is no repository.
    /// </summary>
    public string? SolutionFolder { get; init; }

    /// <summary>
    /// Absolute path of the highest folder that may be built in where there is no repository: below a whole volume, a
    /// user's home and what holds that; null when nobody can tell.
    /// </summary>
    public string? SourceLimit { get; init; }

    /// <summary>
    /// What the project says as <c>Release</c>, and not in the configuration that was built when it was asked; nothing
    /// where that is the same one.
    /// </summary>
    public IReadOnlyList<ConfigurationValue> ReleaseValues { get; init; } = [];

    /// <summary>Of the properties that a command line gave, those that the projects' files name.</summary>
    public GivenProperties Given { get; init; } = GivenProperties.None;

    /// <summary>The project itself first, then the projects it reaches, ordered by path.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public required IReadOnlyList<ProjectInputs> Projects
    {
        get => _projects;
        init => _projects = value is { Count: > 0 }
            ? value
            : throw new ArgumentException("a build has a project", nameof(value));
    }

    /// <summary>
    /// The projects whose tests are to be run where the image is built, first, then those they reach.
    /// </summary>
    public IReadOnlyList<ProjectInputs> Tests { get; init; } = [];

    /// <summary>How many of <see cref="Tests"/> are to be run.</summary>
    public int TestCount { get; init; }

    /// <summary>The project the facts are of.</summary>
    public ProjectInputs Project => Projects[0];

    /// <summary>The inputs of some kinds, of all projects, each path once.</summary>
    public IReadOnlyList<BuildInput> InputsOf(params BuildInputKind[] kinds) =>
        Projects.SelectMany(project => project.Inputs)
            .Where(input => kinds.Contains(input.Kind))
            .GroupBy(static input => input.Path, StringComparer.Ordinal)
            .Select(static group => group.First())
            .ToArray();
}
