using System;
using System.Diagnostics.CodeAnalysis;

namespace DockerGuard.Images;

/// <summary>
/// The name of a container image: registry, repository, tag and digest, by the distribution reference grammar with the
/// defaults of the Docker clients (<c>docker.io</c>, <c>library/</c>). Two references are equal when they name the same thing,
/// however they were written.
/// </summary>
public sealed class ImageReference : IEquatable<ImageReference>
{
    private ImageReference(string text, string registry, string repository, string? tag, string? digest)
    {
        Text = text;
        Registry = registry;
        Repository = repository;
        Tag = tag;
        Digest = digest;
    }

    /// <summary>The reference as it was written.</summary>
    public string Text { get; }

    /// <summary>Host and port, <c>docker.io</c> when none was written.</summary>
    public string Registry { get; }

    /// <summary>The path below the registry, such as <c>library/ubuntu</c>.</summary>
    public string Repository { get; }

    /// <summary>The tag as written; null when there is none (which means <c>latest</c> unless there is a digest).</summary>
    public string? Tag { get; }

    /// <summary>Algorithm and hexadecimal value, such as <c>sha256:…</c>; null when the reference is not pinned.</summary>
    public string? Digest { get; }

    /// <summary>Registry and repository: <c>docker.io/library/ubuntu</c>.</summary>
    public string Name => Registry + "/" + Repository;

    /// <summary>The shortest form that Docker understands: <c>ubuntu:24.04</c>.</summary>
    public string Familiar
    {
        get
        {
            const string official = "library/";
            if (Registry != ImageReferenceGrammar.DockerHub) return ToString();
            var path = Repository.StartsWith(official, StringComparison.Ordinal) && Repository.IndexOf('/', official.Length) < 0
                ? Repository.Substring(official.Length)
                : Repository;
            return path + Suffix;
        }
    }

    private string Suffix => (Tag == null ? "" : ":" + Tag) + (Digest == null ? "" : "@" + Digest);

    /// <summary>Reads a reference; false, and never an exception, when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ImageReference? reference)
    {
        reference = null;
        if (string.IsNullOrEmpty(text) || ImageReferenceGrammar.IsIdentifier(text!)) return false;
        var name = text!;
        string? tag = null, digest = null;

        var at = name.IndexOf('@');
        if (at >= 0)
        {
            digest = name.Substring(at + 1);
            name = name.Substring(0, at);
            if (!ImageReferenceGrammar.IsDigest(digest)) return false;
        }
        var colon = name.LastIndexOf(':');
        if (colon > name.LastIndexOf('/'))
        {
            tag = name.Substring(colon + 1);
            name = name.Substring(0, colon);
            if (!ImageReferenceGrammar.IsTag(tag)) return false;
        }
        var (registry, path) = ImageReferenceGrammar.SplitRegistry(name);
        if (registry == ImageReferenceGrammar.DockerHub && path.IndexOf('/') < 0) path = "library/" + path;
        if (!ImageReferenceGrammar.IsRegistry(registry) || !ImageReferenceGrammar.IsRepository(path)) return false;

        reference = new ImageReference(text!, registry, path, tag, digest);
        return true;
    }

    /// <summary>Reads a reference that is known to be well-formed.</summary>
    /// <exception cref="FormatException">The text is not an image reference.</exception>
    public static ImageReference Parse(string text) =>
        TryParse(text, out var reference) ? reference : throw new FormatException($"'{text}' is not an image reference");

    /// <summary>The same image under another tag; null takes the tag away.</summary>
    /// <exception cref="ArgumentException">The tag breaks the grammar.</exception>
    public ImageReference WithTag(string? tag) =>
        tag == null || ImageReferenceGrammar.IsTag(tag)
            ? Create(Registry, Repository, tag, Digest)
            : throw new ArgumentException($"'{tag}' is not a tag", nameof(tag));

    /// <summary>The same image pinned to a digest; null takes the digest away.</summary>
    /// <exception cref="ArgumentException">The digest breaks the grammar.</exception>
    public ImageReference WithDigest(string? digest) =>
        digest == null || ImageReferenceGrammar.IsDigest(digest)
            ? Create(Registry, Repository, Tag, digest)
            : throw new ArgumentException($"'{digest}' is not a digest", nameof(digest));

    /// <summary>The same repository, tag and digest at another registry.</summary>
    /// <exception cref="ArgumentException">The registry breaks the grammar.</exception>
    public ImageReference WithRegistry(string registry) =>
        ImageReferenceGrammar.IsRegistry(registry)
            ? Create(registry, Repository, Tag, Digest)
            : throw new ArgumentException($"'{registry}' is not a registry", nameof(registry));

    /// <summary>The canonical form, registry included.</summary>
    public override string ToString() => Name + Suffix;

    /// <inheritdoc/>
    public bool Equals(ImageReference? other) =>
        other != null && Registry == other.Registry && Repository == other.Repository && Tag == other.Tag && Digest == other.Digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageReference);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    internal static ImageReference Create(string registry, string repository, string? tag, string? digest)
    {
        var reference = new ImageReference("", registry, repository, tag, digest);
        return new ImageReference(reference.ToString(), registry, repository, tag, digest);
    }
}
