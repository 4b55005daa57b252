using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using DockerGuard.Images.Project;

namespace DockerGuard.Build;

/// <summary>Asks once for what several rules and Dockerfiles want to know.</summary>
/// <param name="file">Finds it out.</param>
/// <param name="path">Where what the image build reads is kept.</param>
internal sealed class BuildReader(BuildFactsFile file, string path) : IBuildReader
{
    private readonly Lazy<BuildFacts?> _facts = new(() => file.Find(path));
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<ConfigurationValue>?>> _values =
        new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public BuildFacts? Facts => _facts.Value;

    /// <inheritdoc/>
    public IReadOnlyList<ConfigurationValue>? ValuesIn(string configuration) =>
        configuration.Equals("Release", StringComparison.OrdinalIgnoreCase)
            ? Facts?.ReleaseValues
            : _values.GetOrAdd(
                configuration,
                name => new Lazy<IReadOnlyList<ConfigurationValue>?>(() => file.FindValues(name))).Value;
}
