using System.Collections.Generic;

namespace DockerGuard.Peers.Hadolint;

/// <summary>Reads which variables a text names, as hadolint does: quotes and escapes mean nothing to it.</summary>
internal static class VariableNames
{
    /// <summary>
    /// The names in <c>$NAME</c> and <c>${NAME}</c>, in order; forms with a default or a pattern are left out.
    /// </summary>
    public static IEnumerable<string> In(string text)
    {
        for (var at = text.IndexOf('$'); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var hasBrace = at + 1 < text.Length && text[at + 1] == '{';
            var start = at + (hasBrace ? 2 : 1);
            var end = start;
            while (end < text.Length && IsNameCharacter(text[end])) end++;
            if (end > start && (!hasBrace || (end < text.Length && text[end] == '}')))
                yield return text.Substring(start, end - start);
        }
    }

    private static bool IsNameCharacter(char character) =>
        character is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
