using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Build;

/// <summary>Asks once for what several rules and Dockerfiles want to know.</summary>
/// <param name="file">Finds it out.</param>
/// <param name="path">Where what the image build reads is kept.</param>
internal sealed class BuildReader(BuildFactsFile file, string path) : IBuildReader
{
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<ConfigurationValue>?>> _values =
        new(StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<BuildFactsState?> _state = new(() =>
    {
        // Stamps tell better than what is read here whether the facts hold.
        using var away = SeenFiles.LookAway();
        return file.Find(path);
    });

    private BuildFacts? _facts;

    /// <inheritdoc/>
    public BuildFacts? Facts => _state.Value is { } state ? _facts ??= BuildFactsText.Read(state.Facts) : null;

    /// <summary>
    /// By what all that was answered can be seen to hold, see <see cref="InputStamps"/>; null where nothing tells.
    /// </summary>
    public string? Stamps => !_values.IsEmpty ? null : _state.IsValueCreated ? _state.Value?.Stamps : "";

    /// <inheritdoc/>
    public IReadOnlyList<ConfigurationValue>? ValuesIn(string configuration) =>
        configuration.Equals("Release", StringComparison.OrdinalIgnoreCase)
            ? Facts?.ReleaseValues
            : _values.GetOrAdd(
                configuration,
                name => new Lazy<IReadOnlyList<ConfigurationValue>?>(() => file.FindValues(name))).Value;
}
