using System;
using System.Security.Cryptography;

namespace DockerGuard.Oci;

/// <summary>
/// The names of content by what it is: <c>sha256:</c> and 64 small hexadecimal digits. The grammar, and the algorithms,
/// are those of go-digest, by which Docker, BuildKit and the registries read them.
/// </summary>
public static class Digest
{
    /// <summary>
    /// Whether a text is a digest: a known algorithm, and exactly its number of hexadecimal digits, none a capital
    /// letter.
    /// </summary>
    public static bool IsValid(string text)
    {
        var colon = (text ?? throw new ArgumentNullException(nameof(text))).IndexOf(':');
        if (colon < 0) return false;
        var digits = text.Substring(0, colon) switch { "sha256" => 64, "sha384" => 96, "sha512" => 128, _ => -1 };
        return text.Length - colon - 1 == digits && Hexadecimal.IsLower(text, colon + 1);
    }

    /// <summary>The digest of some content.</summary>
    public static string Of(byte[] content) => "sha256:" + Sha256.Hex(content);

    /// <summary>The digest of some content by the algorithm of another one.</summary>
    /// <exception cref="ArgumentException">The other one is no digest.</exception>
    public static string Like(string digest, byte[] content)
    {
        if (!IsValid(digest)) throw new ArgumentException($"'{digest}' is no digest", nameof(digest));
        var algorithm = digest.Substring(0, digest.IndexOf(':'));
        using HashAlgorithm hash = algorithm switch
        {
            "sha512" => SHA512.Create(),
            "sha384" => SHA384.Create(),
            _ => SHA256.Create(),
        };
        return algorithm + ":" + Hexadecimal.Write(hash.ComputeHash(content), int.MaxValue);
    }
}
