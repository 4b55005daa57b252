using System;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>
/// Makes what somebody else wrote fit to stand in a message: it cannot break the line, colour the terminal, turn the
/// text around or hide the rest.
/// </summary>
public static class Sentence
{
    /// <summary>Characters of a quotation; more would bury the sentence around it.</summary>
    private const int MaximumLength = 100;

    private const string Ellipsis = "...";

    /// <summary>The text as <see cref="Show"/>, in single quotes.</summary>
    public static string Quote(string text) => $"'{Show(text)}'";

    /// <summary>
    /// The text on one line: shortened, and without control characters, invisible ones and halves of surrogate pairs.
    /// </summary>
    public static string Show(string text)
    {
        // What is cut off could be the end that makes a password known for one.
        text = SecretText.Hide(text ?? throw new ArgumentNullException(nameof(text)));
        var isShort = text.Length <= MaximumLength;
        var end = isShort ? text.Length : MaximumLength - Ellipsis.Length;
        if (isShort && IsPlain(text)) return text;
        var shown = new StringBuilder(MaximumLength);
        for (var i = 0; i < end; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            // A pair is not cut in two.
            if (isPair && i + 1 == end) break;
            if (Printable.Substitute(text, i) is { } substitute) shown.Append(substitute);
            else shown.Append(text, i, isPair ? 2 : 1);
            if (isPair) i++;
        }

        return isShort ? shown.ToString() : shown.Append(Ellipsis).ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is < ' ' or >= '\x7F') return false;
        return true;
    }
}
