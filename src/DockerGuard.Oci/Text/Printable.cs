using System;
using System.Globalization;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>
/// Makes text of others fit to leave for a console, a log, a report or a label: it moves no cursor, ends no line, turns
/// nothing around, gives no order to a build server and tells no password.
/// </summary>
/// <remarks>The exits ask for it, so that no message can forget to.</remarks>
public static class Printable
{
    /// <summary>What stands for a character that cannot be printed.</summary>
    private const char Replacement = '\uFFFD';

    /// <summary>The text on one line.</summary>
    public static string Line(string text)
    {
        text = SecretText.Hide(text ?? throw new ArgumentNullException(nameof(text)));
        return IsPlain(text) ? text : Clean(text, keepsLines: false);
    }

    /// <summary>
    /// The text with its lines and tabs; each line gives as few orders as one of <see cref="Line"/>, and of secrets it
    /// tells none of an address. Pages and diffs hold examples: who shows a file masks it before.
    /// </summary>
    public static string Block(string text)
    {
        text = AddressCredentials.Hide(text ?? throw new ArgumentNullException(nameof(text)));
        return Clean(text, keepsLines: true);
    }

    /// <summary>What stands for the character at an index; null for one that can be printed.</summary>
    internal static char? Substitute(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index) switch
        {
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
            UnicodeCategory.Control when char.IsWhiteSpace(text[index]) => ' ',
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate => Replacement,
            _ => null,
        };

    /// <summary>True when every character can be printed and none can begin an order.</summary>
    private static bool IsPlain(string text)
    {
        if (text.Length > 0 && text[0] is ':' or ' ') return false;
        foreach (var c in text)
            if (c is < ' ' or >= '\x7F' or '#') return false;
        return true;
    }

    private static string Clean(string text, bool keepsLines)
    {
        var clean = new StringBuilder(text.Length);
        var isAtStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (keepsLines && IsLineEnd(text, i) is var length and > 0)
            {
                clean.Append(text, i, length);
                i += length - 1;
                isAtStart = true;
                continue;
            }

            var isPair = char.IsSurrogatePair(text, i);
            if ((isAtStart && IsOrderOfGitHub(text, i)) || IsOrder(text, i)) clean.Append(Replacement);
            else if (keepsLines && text[i] == '\t') clean.Append('\t');
            else if (Substitute(text, i) is { } substitute) clean.Append(substitute);
            else clean.Append(text, i, isPair ? 2 : 1);
            if (isPair) i++;
            isAtStart &= char.IsWhiteSpace(clean[clean.Length - 1]);
        }

        return clean.ToString();
    }

    private static int IsLineEnd(string text, int index) =>
        text[index] == '\n' ? 1 : text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 0;

    /// <summary>GitHub obeys a line that starts with <c>::</c>, blanks before it or not.</summary>
    private static bool IsOrderOfGitHub(string text, int index) =>
        text[index] == ':' && index + 1 < text.Length && text[index + 1] == ':';

    /// <summary>
    /// Others obey <c>##[group]</c>, <c>##vso[…]</c> and <c>##teamcity[…]</c> wherever they stand in a line.
    /// </summary>
    private static bool IsOrder(string text, int index)
    {
        if (text[index] != '#' || index == 0 || text[index - 1] != '#') return false;
        var end = index + 1;
        while (end < text.Length && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) end++;
        return end < text.Length && text[end] == '[';
    }
}
