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
    private const string LatestTag = ":latest";
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
    /// The whole name of an image, however it is written, without <c>:latest</c>, which means no tag.
    /// </summary>
    private static string Normalize(string name)
    {
        if (ImageReference.TryParse(name, out var image)) name = image!.ToString();
        return name.EndsWith(LatestTag, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - LatestTag.Length)
            : name;
    }
}
