using System.Globalization;
using System.Linq;

namespace DockerGuard.Policy;

/// <summary>Puts text of a policy into a message so that it cannot break the line, colour the terminal or hide the rest.</summary>
internal static class MessageText
{
    private const int MaxLength = 80;

    /// <summary>The text as <see cref="Line"/>, in single quotes.</summary>
    public static string Quote(string text) => $"'{Line(text)}'";

    /// <summary>The text on one line, without control characters, cut when it is long.</summary>
    public static string Line(string text)
    {
        var shown = text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + "...";
        return new string([.. shown.Select(c => IsVisible(c) ? c : ' ')]);
    }

    /// <summary>The words as a choice: "a, b or c".</summary>
    public static string Choice(params string[] words) =>
        string.Join(", ", words.Take(words.Length - 1)) + " or " + words[words.Length - 1];

    private static bool IsVisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
