using System;
using System.Text;

namespace DockerGuard.Dockerfiles;

/// <summary>
/// UTF-8 without loss: a byte that is not UTF-8 becomes a lone surrogate U+DC80..U+DCFF and turns back into that byte.
/// </summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(byte[] bytes)
    {
        var invalid = FindInvalid(bytes, 0);
        if (invalid < 0) return Strict.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        var valid = 0;
        for (; invalid >= 0; invalid = FindInvalid(bytes, valid))
        {
            text.Append(Strict.GetString(bytes, valid, invalid - valid)).Append((char)(0xDC00 + bytes[invalid]));
            valid = invalid + 1;
        }
        return text.Append(Strict.GetString(bytes, valid, bytes.Length - valid)).ToString();
    }

    public static byte[] Encode(string text)
    {
        var result = new byte[ByteCount(text, 0, text.Length)];
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80) result[at++] = (byte)c;
            else if (IsRawByte(text, i)) result[at++] = (byte)(c - 0xDC00);
            else
            {
                at += Append(result, at, CodePoint(text, i));
                if (IsPair(text, i)) i++;
            }
        }
        return result;
    }

    /// <summary>How many bytes a part of a text takes.</summary>
    public static int ByteCount(string text, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c < 0x80 || IsRawByte(text, i)) count++;
            else if (c < 0x800) count += 2;
            else if (IsPair(text, i))
            {
                count += 4;
                i++;
            }
            else count += 3;
        }
        return count;
    }

    /// <summary>
    /// The bytes of one character, each as a character of its own, as a reader of single bytes sees them.
    /// Such a reader may take 0x85 and 0xA0 for white space; returns whether one of them stopped it.
    /// </summary>
    public static bool AppendBytes(string text, int index, StringBuilder bytes, bool stopAtSpace)
    {
        foreach (var value in Encode(text.Substring(index, CharacterLength(text, index))))
        {
            if (stopAtSpace && value is 0x85 or 0xA0) return true;
            bytes.Append((char)value);
        }
        return false;
    }

    /// <summary>UTF-16 units of the character at an index: 1 or 2.</summary>
    public static int CharacterLength(string text, int index) => IsPair(text, index) ? 2 : 1;

    /// <summary>Whether the character stands for one byte that was not UTF-8.</summary>
    public static bool IsRawByte(string text, int index) =>
        text[index] is >= '\uDC80' and <= '\uDCFF' && (index == 0 || !char.IsHighSurrogate(text[index - 1]));

    private static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);

    private static int CodePoint(string text, int index) =>
        IsPair(text, index) ? char.ConvertToUtf32(text[index], text[index + 1])
        : char.IsSurrogate(text[index]) ? 0xFFFD
        : text[index];

    private static int Append(byte[] bytes, int at, int code)
    {
        if (code < 0x800)
        {
            bytes[at] = (byte)(0xC0 | code >> 6);
            bytes[at + 1] = (byte)(0x80 | code & 0x3F);
            return 2;
        }
        var length = code < 0x10000 ? 3 : 4;
        for (var i = length - 1; i > 0; i--, code >>= 6) bytes[at + i] = (byte)(0x80 | code & 0x3F);
        bytes[at] = (byte)((length == 3 ? 0xE0 : 0xF0) | code);
        return length;
    }

    private static int FindInvalid(byte[] bytes, int start)
    {
        for (var i = start; i < bytes.Length;)
        {
            var length = SequenceLength(bytes, i);
            if (length == 0) return i;
            i += length;
        }
        return -1;
    }

    /// <summary>
    /// Length of the well-formed sequence at an index (RFC 3629: no overlong forms, no surrogates, nothing past
    /// U+10FFFF), 0 for none.
    /// </summary>
    private static int SequenceLength(byte[] bytes, int index)
    {
        var lead = bytes[index];
        if (lead < 0x80) return 1;
        var length = lead switch { < 0xC2 => 0, < 0xE0 => 2, < 0xF0 => 3, < 0xF5 => 4, _ => 0 };
        if (length == 0 || index + length > bytes.Length) return 0;
        for (var i = 1; i < length; i++)
            if ((bytes[index + i] & 0xC0) != 0x80) return 0;
        var second = bytes[index + 1];
        var valid = lead switch { 0xE0 => second >= 0xA0, 0xED => second < 0xA0, 0xF0 => second >= 0x90, 0xF4 => second < 0x90, _ => true };
        return valid ? length : 0;
    }
}
