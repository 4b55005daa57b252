namespace DockerGuard.Dockerfiles;

/// <summary>The two kinds of white space BuildKit's parser knows.</summary>
internal static class Characters
{
    /// <summary>
    /// White space by Unicode (Go's <c>unicode.IsSpace</c>): what is trimmed, and what ends a quoted-word word.
    /// </summary>
    public static bool IsSpace(char c)
    {
        if (c < 0x80) return IsAsciiSpace(c);
        return c is '\u0085' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A')
            or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';
    }

    /// <summary>What separates the keyword from its arguments and plain arguments from each other.</summary>
    public static bool IsSeparator(char c) => c is ' ' or '\t' or '\v' or '\f' or '\r';

    /// <summary>White space to a reader of single bytes, within ASCII.</summary>
    public static bool IsAsciiSpace(char c) => c is ' ' or (>= '\t' and <= '\r');

    public static int SkipSpace(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start])) start++;
        return start;
    }

    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && IsSpace(text[end - 1])) end--;
        return end;
    }
}
