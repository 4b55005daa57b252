using System;
using System.Collections.Generic;
using DockerGuard.Oci;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>
/// What <c>--build-context</c> puts in the place of stages and images, found the way BuildKit finds it.
/// </summary>
internal sealed class NamedContexts
{
    private const string PlatformMark = "::";
    private const string ImageScheme = "docker-image://";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public NamedContexts(BuildOptions options)
    {
        foreach (var pair in options.NamedContexts)
        {
            var mark = pair.Key.IndexOf(PlatformMark, StringComparison.Ordinal);
            _values[mark < 0
                ? Normalize(pair.Key)
                : Key(pair.Key.Substring(0, mark), pair.Key.Substring(mark + PlatformMark.Length))] = pair.Value;
        }
    }

    /// <summary>
    /// What replaces a stage or an image, one for the platform before one for all; null when nothing does.
    /// </summary>
    public string? Find(string name, string platform)
    {
        if (_values.Count == 0
            || name.Equals("scratch", StringComparison.OrdinalIgnoreCase)
            || name.Equals("context", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return _values.TryGetValue(Key(name, platform), out var value)
            || _values.TryGetValue(Normalize(name), out value) ? value : null;
    }

    /// <summary>The image a context is; null for a folder, an archive, a repository or an OCI layout.</summary>
    public static string? ImageOf(string context) =>
        context.StartsWith(ImageScheme, StringComparison.Ordinal) ? context.Substring(ImageScheme.Length) : null;

    private static string Key(string name, string platform) => Normalize(name) + PlatformMark + Platform.Read(platform);

    /// <summary>
    /// The name as people write it: without Docker Hub's registry and folder, and without <c>:latest</c>.
    /// </summary>
    private static string Normalize(string name)
    {
        foreach (var prefix in new[] { "docker.io/", "index.docker.io/" })
            if (name.StartsWith(prefix, StringComparison.Ordinal)) name = name.Substring(prefix.Length);
        if (name.StartsWith("library/", StringComparison.Ordinal) && name.IndexOf('/', 8) < 0) name = name.Substring(8);
        return name.EndsWith(":latest", StringComparison.Ordinal) ? name.Substring(0, name.Length - 7) : name;
    }
}
