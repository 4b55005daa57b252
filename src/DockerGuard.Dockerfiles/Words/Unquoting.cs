using System.Text;

namespace DockerGuard.Dockerfiles.Words;

/// <summary>Quote and escape removal that leaves variables as they are.</summary>
internal static class Unquoting
{
    /// <summary>The text without quotes and escapes; the text itself when a quote is not closed.</summary>
    public static string Unquote(string text, char escape, out bool hasVariables)
    {
        hasVariables = false;
        var first = FirstSpecial(text, escape);
        if (first < 0) return text;
        if (IsWhollyQuoted(text, first, escape)) return text.Substring(1, text.Length - 2);
        var result = new StringBuilder(text, 0, first, text.Length);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\'')
            {
                var close = text.IndexOf('\'', i + 1);
                if (close < 0) return text;
                result.Append(text, i + 1, close - i - 1);
                i = close;
            }
            else if (c == '"')
            {
                i = UnquoteDouble(text, i + 1, escape, result, ref hasVariables);
                if (i == text.Length) return text;
            }
            else if (c == '$')
            {
                i = CopyVariable(text, i, result, ref hasVariables);
            }
            else if (c != escape)
            {
                result.Append(c);
            }
            else if (++i < text.Length)
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static int FirstSpecial(string text, char escape)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '\'' or '"' or '$' || text[i] == escape) return i;
        return -1;
    }

    /// <summary>Whether a text is nothing but quotes around plain characters, as most texts with quotes are.</summary>
    private static bool IsWhollyQuoted(string text, int first, char escape)
    {
        if (first > 0 || text.Length < 2 || text[0] is not ('\'' or '"')) return false;
        for (var i = 1; i < text.Length - 1; i++)
            if (text[i] is '\'' or '"' or '$' || text[i] == escape) return false;
        return text[text.Length - 1] == text[0];
    }

    /// <summary>Copies up to the closing quote and returns its index; the text's length when there is none.</summary>
    private static int UnquoteDouble(string text, int start, char escape, StringBuilder result, ref bool hasVariables)
    {
        var i = start;
        for (; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '$')
            {
                i = CopyVariable(text, i, result, ref hasVariables);
                continue;
            }

            if (text[i] == escape && i + 1 < text.Length && (text[i + 1] is '"' or '$' || text[i + 1] == escape)) i++;
            result.Append(text[i]);
        }

        return i;
    }

    /// <summary>
    /// Copies a dollar sign and, for the braced form, everything to its closing brace; returns the last index copied.
    /// </summary>
    private static int CopyVariable(string text, int start, StringBuilder result, ref bool hasVariables)
    {
        result.Append('$');
        if (start + 1 == text.Length) return start;
        var next = text[start + 1];
        if (next != '{')
        {
            hasVariables |= next is '_' or '@' or '*' or '#' or '?' or '-' or '$' or '!' || char.IsLetterOrDigit(next);
            if (next != '$') return start;
            result.Append('$');
            return start + 1;
        }

        hasVariables = true;
        var braces = 0;
        for (var i = start + 1; i < text.Length; i++)
        {
            result.Append(text[i]);
            if (text[i] == '{' && text[i - 1] == '$') braces++;
            else if (text[i] == '}' && --braces == 0) return i;
        }

        return text.Length - 1;
    }
}
