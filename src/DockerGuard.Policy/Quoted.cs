using System.Linq;

namespace DockerGuard.Policy;

/// <summary>Puts text of a policy into a message.</summary>
internal static class Quoted
{
    private const int MaxLength = 80;

    /// <summary>The text in single quotes, on one line and cut when it is long.</summary>
    public static string Text(string text)
    {
        var shown = text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + "...";
        return "'" + new string([.. shown.Select(c => char.IsControl(c) ? ' ' : c)]) + "'";
    }

    /// <summary>The words as a choice: "a, b or c".</summary>
    public static string Choice(params string[] words) =>
        string.Join(", ", words.Take(words.Length - 1)) + " or " + words[words.Length - 1];
}
