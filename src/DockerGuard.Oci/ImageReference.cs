using System;
using System.Diagnostics.CodeAnalysis;

namespace DockerGuard.Oci;

/// <summary>
/// The name of a container image: registry, repository, tag and digest, by the distribution reference grammar with the
/// defaults of the Docker clients (<c>docker.io</c>, <c>library/</c>). Two references are equal when they name the same
/// thing, however they were written.
/// </summary>
public sealed class ImageReference : IEquatable<ImageReference>
{
    /// <summary>The registry of a name that says none.</summary>
    public const string DockerHub = "docker.io";

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

    /// <summary>
    /// The tag as written; null when there is none (which means <c>latest</c> unless there is a digest).
    /// </summary>
    public string? Tag { get; }

    /// <summary>
    /// Algorithm and hexadecimal value, such as <c>sha256:…</c>; null when the reference is not pinned.
    /// </summary>
    public string? Digest { get; }

    /// <summary>Registry and repository: <c>docker.io/library/ubuntu</c>.</summary>
    public string Name => Registry + "/" + Repository;

    private string Suffix => (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);

    /// <summary>Reads a reference; false, and never an exception, when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ImageReference? reference) =>
        (reference = Read(text ?? "", out _)) is not null;

    /// <summary>
    /// Why a text is no reference, as the end of a sentence: "its tag is malformed"; null when it is one.
    /// </summary>
    public static string? Problem(string text)
    {
        Read(text ?? throw new ArgumentNullException(nameof(text)), out var problem);
        return problem;
    }

    /// <summary>Reads a reference that is known to be well-formed.</summary>
    /// <exception cref="FormatException">The text is not an image reference.</exception>
    public static ImageReference Parse(string text) =>
        TryParse(text, out var reference)
            ? reference
            : throw new FormatException($"'{text}' is not an image reference");

    /// <summary>The same image pinned to a digest; null takes the digest away.</summary>
    /// <exception cref="ArgumentException">The digest breaks the grammar.</exception>
    public ImageReference WithDigest(string? digest) =>
        digest is null || Oci.Digest.IsValid(digest)
            ? Create(Registry, Repository, Tag, digest)
            : throw new ArgumentException($"'{digest}' is not a digest", nameof(digest));

    /// <summary>The canonical form, registry included.</summary>
    public override string ToString() => Name + Suffix;

    /// <inheritdoc/>
    public bool Equals(ImageReference? other) =>
        other is not null && Registry == other.Registry && Repository == other.Repository
        && Tag == other.Tag && Digest == other.Digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageReference);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    internal static ImageReference Create(string registry, string repository, string? tag, string? digest)
    {
        var reference = new ImageReference("", registry, repository, tag, digest);
        return new ImageReference(reference.ToString(), registry, repository, tag, digest);
    }

    private static ImageReference? Read(string text, out string? problem)
    {
        var name = text;
        string? tag = null, digest = null;
        var at = name.IndexOf('@');
        if (at >= 0)
        {
            digest = name.Substring(at + 1);
            name = name.Substring(0, at);
        }

        var colon = name.LastIndexOf(':');
        if (colon > name.LastIndexOf('/'))
        {
            tag = name.Substring(colon + 1);
            name = name.Substring(0, colon);
        }

        var (registry, path) = ImageReferenceGrammar.SplitRegistry(name);
        if (registry == DockerHub && path.IndexOf('/') < 0) path = "library/" + path;
        problem = ImageReferenceGrammar.IsIdentifier(text) ? "it is the id of an image"
            : digest is not null && !Oci.Digest.IsValid(digest) ? "its digest is malformed"
            : tag is not null && !ImageReferenceGrammar.IsTag(tag) ? "its tag is malformed"
            : !ImageReferenceGrammar.IsRegistry(registry) ? "its registry is malformed"
            : ImageReferenceGrammar.RepositoryProblem(path);
        return problem is null ? new ImageReference(text, registry, path, tag, digest) : null;
    }
}
