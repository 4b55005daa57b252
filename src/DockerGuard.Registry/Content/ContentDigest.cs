using System;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;
using DockerGuard.Registry.Protocol;

namespace DockerGuard.Registry.Content;

/// <summary>
/// Holds content to its digest. Only the algorithms that the OCI image specification registers are taken.
/// </summary>
internal static class ContentDigest
{
    /// <summary>Is this text a digest that can be checked?</summary>
    public static bool IsSupported(string digest) =>
        Digest.IsValid(digest) && !digest.StartsWith("sha384:", StringComparison.Ordinal);

    /// <exception cref="RegistryException">The bytes are others, or the digest is none.</exception>
    public static void Verify(byte[] content, string digest, string what)
    {
        if (!IsSupported(digest))
        {
            throw new RegistryException(
                RegistryErrorKind.InvalidResponse,
                $"the digest {Sentence.Quote(digest)} of {what} is neither sha256 nor sha512");
        }

        var actual = Digest.Like(digest, content);
        if (actual != digest)
        {
            throw new RegistryException(
                RegistryErrorKind.DigestMismatch,
                $"{what} has the digest {actual}, not {digest} as promised");
        }
    }
}
