using System;
using System.Security.Cryptography;
using System.Text;

namespace DockerGuard.Oci;

/// <summary>The SHA-256 of a text or of bytes, in small hexadecimal digits.</summary>
public static class Sha256
{
    private const int AllDigits = 64;

    /// <summary>The hash of a text's UTF-8 bytes.</summary>
    /// <param name="text">What is hashed.</param>
    /// <param name="digits">How many digits of it; all by default.</param>
    public static string Hex(string text, int digits = AllDigits) =>
        Hex(Encoding.UTF8.GetBytes(text ?? throw new ArgumentNullException(nameof(text))), digits);

    /// <summary>The hash of bytes.</summary>
    /// <param name="content">What is hashed.</param>
    /// <param name="digits">How many digits of it; all by default.</param>
    public static string Hex(byte[] content, int digits = AllDigits)
    {
        using var hash = SHA256.Create();
        return Hexadecimal.Write(hash.ComputeHash(content), digits);
    }
}
