using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Oci;

/// <summary>
/// Where a company keeps its copies of public images: <c>mcr.microsoft.com</c> is <c>registry.contoso.com/mcr</c>. A
/// prefix is a registry, or a registry with the first parts of a repository; it matches whole parts only. The longest
/// match wins.
/// </summary>
public sealed class RegistryMirrors
{
    private readonly List<(string Source, string Target)> _entries = [];

    /// <summary>Reads the map of source prefix to mirror prefix.</summary>
    /// <exception cref="ArgumentException">A prefix is not one (see <see cref="IsPrefix"/>).</exception>
    public RegistryMirrors(IEnumerable<KeyValuePair<string, string>> entries)
    {
        if (entries is null) throw new ArgumentNullException(nameof(entries));
        foreach (var entry in entries) _entries.Add((Normalize(entry.Key), Normalize(entry.Value)));
    }

    /// <summary>No mirrors: every image comes from where its name says.</summary>
    public static RegistryMirrors Empty { get; } = new([]);

    /// <summary>True when every image comes from where its name says.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The registries, or parts of one, that stand in for others.</summary>
    public IEnumerable<string> Targets => _entries.Select(entry => entry.Target);

    /// <summary>The mirror of exactly this registry, or part of one; null when no entry names it.</summary>
    public string? TargetOf(string source)
    {
        var name = Normalize(source);
        return _entries.Where(entry => entry.Source == name).Select(entry => entry.Target).FirstOrDefault();
    }

    /// <summary>Whether a text can be a prefix: a registry, optionally followed by parts of a repository.</summary>
    public static bool IsPrefix(string? text) => TryNormalize(text, out _);

    /// <summary>The image at its mirror; the same image when it has none or is at a mirror already.</summary>
    public ImageReference Apply(ImageReference image)
    {
        if (image is null) throw new ArgumentNullException(nameof(image));
        if (IsEmpty) return image;
        var name = image.Name;
        var best = Longest(name, static entry => entry.Source).FirstOrDefault();
        if (best.Source is null) return image;
        // An image that is at a mirror already is not mapped again, unless a more exact entry names it as a source.
        var mirrored = Longest(name, static entry => entry.Target).FirstOrDefault();
        return mirrored.Target is not null && mirrored.Target.Length >= best.Source.Length
            ? image
            : Replace(image, best.Source, best.Target);
    }

    /// <summary>
    /// Every image that could have been copied to this name. There are several when one mirror serves several
    /// registries; the order is the order of the entries.
    /// </summary>
    public IReadOnlyList<ImageReference> Originals(ImageReference image)
    {
        if (image is null) throw new ArgumentNullException(nameof(image));
        if (IsEmpty) return [image];
        var originals = Longest(image.Name, static entry => entry.Target)
            .Select(entry => Replace(image, entry.Target, entry.Source))
            .ToList();
        return originals.Count == 0 ? [image] : originals;
    }

    /// <summary>All entries, each as <c>source=target</c>.</summary>
    public override string ToString() =>
        string.Join(" ", _entries.Select(static entry => entry.Source + "=" + entry.Target));

    private List<(string Source, string Target)> Longest(string name, Func<(string Source, string Target), string> side)
    {
        var matches = _entries.Where(entry => Covers(side(entry), name)).ToList();
        var longest = matches.Count == 0 ? 0 : matches.Max(entry => side(entry).Length);
        matches.RemoveAll(entry => side(entry).Length < longest);
        return matches;
    }

    private static bool Covers(string prefix, string name) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
            && (name.Length == prefix.Length || name[prefix.Length] == '/');

    private static ImageReference Replace(ImageReference image, string prefix, string replacement)
    {
        var name = replacement + image.Name.Substring(prefix.Length);
        var slash = name.IndexOf('/');
        // A whole repository mapped to a bare registry leaves no repository: there is nothing sensible to name.
        return slash < 0
            ? image
            : ImageReference.Create(name.Substring(0, slash), name.Substring(slash + 1), image.Tag, image.Digest);
    }

    private static string Normalize(string text) =>
        TryNormalize(text, out var prefix)
            ? prefix
            : throw new ArgumentException($"'{text}' is not a registry or a registry with a path");

    private static bool TryNormalize(string? text, out string prefix)
    {
        prefix = (text ?? "").TrimEnd('/');
        if (prefix.Length == 0) return false;
        if (prefix.IndexOf('/') < 0 && ImageReferenceGrammar.IsRegistryByShape(prefix))
        {
            if (prefix == "index.docker.io") prefix = ImageReference.DockerHub;
            return ImageReferenceGrammar.IsRegistry(prefix);
        }

        var (registry, path) = ImageReferenceGrammar.SplitRegistry(prefix);
        prefix = registry + "/" + path;
        return ImageReferenceGrammar.IsRegistry(registry) && ImageReferenceGrammar.IsRepository(path);
    }
}
