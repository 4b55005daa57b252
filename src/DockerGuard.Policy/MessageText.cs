using System.Linq;

namespace DockerGuard.Policy;

/// <summary>Words of a message.</summary>
internal static class MessageText
{
    /// <summary>The words as a choice: "a, b or c".</summary>
    public static string Choice(params string[] words) =>
        string.Join(", ", words.Take(words.Length - 1)) + " or " + words[words.Length - 1];
}
