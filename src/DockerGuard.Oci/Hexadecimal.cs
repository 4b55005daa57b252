using System;

namespace DockerGuard.Oci;

/// <summary>Small hexadecimal digits, two a byte.</summary>
internal static class Hexadecimal
{
    private const string Digits = "0123456789abcdef";

    /// <summary>The first digits of the bytes, all of them when fewer.</summary>
    public static string Write(byte[] bytes, int digits)
    {
        var text = new char[Math.Min(bytes.Length * 2, digits)];
        for (var i = 0; i < text.Length; i++)
        {
            var pair = bytes[i / 2];
            text[i] = Digits[i % 2 == 0 ? pair >> 4 : pair & 15];
        }

        return new string(text);
    }

    /// <summary>Whether a text is nothing else from one place on, and not empty there.</summary>
    public static bool IsLower(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
            if (text[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f'))) return false;
        return start < text.Length;
    }
}
