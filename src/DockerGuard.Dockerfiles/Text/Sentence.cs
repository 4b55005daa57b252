using System.Text;

namespace DockerGuard.Dockerfiles;

/// <summary>Makes what a file says fit to stand in a message.</summary>
internal static class Sentence
{
    /// <summary>Characters of a quotation; more would bury the sentence around it.</summary>
    private const int MaximumLength = 60;

    /// <summary>The text on one line: shortened, and without control characters and halves of surrogate pairs.</summary>
    public static string Show(string text)
    {
        var isShort = text.Length <= MaximumLength;
        var end = isShort ? text.Length : MaximumLength - 3;
        var isPlain = isShort;
        for (var i = 0; i < end && isPlain; i++) isPlain = text[i] is >= ' ' and < '\x7F';
        if (isPlain) return text;
        var shown = new StringBuilder(MaximumLength);
        for (var i = 0; i < end; i++)
        {
            var c = text[i];
            if (char.IsSurrogatePair(text, i) && i + 1 < end) shown.Append(c).Append(text[++i]);
            else shown.Append(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c);
        }
        return isShort ? shown.ToString() : shown.Append("...").ToString();
    }
}
