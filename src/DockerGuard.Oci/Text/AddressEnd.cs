using System;
using System.Globalization;
using System.Linq;

namespace DockerGuard.Oci.Text;

/// <summary>
/// Where an address ends in a text: what follows may be options of a command line, with a password among them.
/// </summary>
public static class AddressEnd
{
    /// <summary>How often an address may be encoded over and over.</summary>
    private const int MostRounds = 8;

    private static readonly char[] SegmentEnds = ['/', '\\', '?', '#', '&', ';'];

    /// <summary>The text without blanks around it and quotes before it.</summary>
    public static string TrimStart(string text)
    {
        var start = 0;
        while (start < text.Length && IsEnd(text[start])) start++;
        return text.Substring(start).TrimEnd();
    }

    /// <summary>The offset of the first blank, quote or angle bracket, plain or encoded; else the length.</summary>
    /// <remarks>An encoded blank between words is one of the address: <c>/My%20Project</c>.</remarks>
    public static int In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEnd(text[i])) return i;
            if (text[i] != '%') continue;
            var end = text.IndexOfAny(SegmentEnds, i);
            var rest = Decode(text.Substring(i, (end < 0 ? text.Length : end) - i));
            if (rest.Length == 0 || rest[0] == '\'') continue;
            if (IsBlank(rest[0]) ? HasOption(rest) : IsEnd(rest[0])) return i;
        }

        return text.Length;
    }

    /// <summary>
    /// True when an option, a setting, or the name of a secret and a value with digits stand behind a blank.
    /// </summary>
    public static bool HasOption(string text)
    {
        var words = new string([.. text.Select(static c => IsBlank(c) ? ' ' : c)]).Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Length > 1 && (word[0] is '-' or '\u2010' or '\u2013' or '\u2014')) return true;
            if (word.IndexOf('=') >= 0) return true;
            if (i + 1 < words.Length && SecretParameterNames.IsSecret(word) && words[i + 1].Any(char.IsDigit))
                return true;
        }

        return false;
    }

    /// <summary>The text without percent signs, as far as these are codes.</summary>
    public static string Decode(string text)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var decoded = Uri.UnescapeDataString(text);
            if (decoded == text) return text;
            text = decoded;
        }

        return text;
    }

    /// <summary>True for white space, and for what shows nothing in another way.</summary>
    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c)
            || char.IsControl(c)
            || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format
            || VisibleText.HasNoInk(c);

    /// <summary>True for what ends an address: what shows nothing, quotes and angle brackets.</summary>
    public static bool IsEnd(char c) =>
        IsBlank(c) || c is '"' or '\'' or '`' or '<' or '>' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F');
}
