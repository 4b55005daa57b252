using System;
using System.Linq;
using System.Security.Cryptography;
using DockerGuard.Registry.Protocol;

namespace DockerGuard.Registry.Content;

/// <summary>Digests by the OCI image specification: "sha256:" or "sha512:" and lower-case hexadecimal digits.</summary>
internal static class ContentDigest
{
    public static string Compute(byte[] content) => "sha256:" + Hex(SHA256.HashData(content));

    /// <summary>Is this text a digest that can be checked?</summary>
    public static bool IsSupported(string digest) =>
        (digest.StartsWith("sha256:", StringComparison.Ordinal) && IsHex(digest[7..], 64)) || (digest.StartsWith("sha512:", StringComparison.Ordinal) && IsHex(digest[7..], 128));

    /// <exception cref="RegistryException">The bytes are others, or the digest is none.</exception>
    public static void Verify(byte[] content, string digest, string what)
    {
        if (!IsSupported(digest))
        {
            throw new RegistryException(RegistryErrorKind.InvalidResponse, $"the digest {Wording.Quote(digest)} of {what} is neither sha256 nor sha512");
        }

        string actual = digest.StartsWith("sha512:", StringComparison.Ordinal) ? "sha512:" + Hex(SHA512.HashData(content)) : Compute(content);
        if (actual != digest)
        {
            throw new RegistryException(RegistryErrorKind.DigestMismatch, $"{what} has the digest {actual}, not {digest} as promised");
        }
    }

    private static bool IsHex(string text, int length) => text.Length == length && text.All(char.IsAsciiHexDigitLower);

#pragma warning disable CA1308 // Digests are lower-case by specification.
    private static string Hex(byte[] hash) => Convert.ToHexString(hash).ToLowerInvariant();
#pragma warning restore CA1308
}
