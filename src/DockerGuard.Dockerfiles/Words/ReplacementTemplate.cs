using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DockerGuard.Dockerfiles.Words;

/// <summary>
/// What stands in place of every match of <c>${name//pattern/replacement}</c>. BuildKit hands the replacement to Go's
/// regular expressions, so a dollar sign that survived expansion means something there (package regexp, "Expand"):
/// <c>$0</c> and <c>${0}</c> are the match, other names are empty, <c>$$</c> is a dollar sign. The form that replaces
/// one match takes its replacement as it is.
/// </summary>
internal sealed class ReplacementTemplate
{
    /// <summary>Literal parts; a null one stands for the match.</summary>
    private readonly List<string?> _parts = [];

    private ReplacementTemplate()
    {
    }

    public static ReplacementTemplate Literal(string text)
    {
        var template = new ReplacementTemplate();
        template._parts.Add(text);
        return template;
    }

    public static ReplacementTemplate Parse(string text)
    {
        var template = new ReplacementTemplate();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '$')
            {
                literal.Append(text[at++]);
                continue;
            }

            at++;
            if (at < text.Length && text[at] == '$')
            {
                at++;
            }
            else if (ReadName(text, ref at) is { } name)
            {
                if (name != "0") continue;
                template._parts.Add(literal.ToString());
                template._parts.Add(null);
                literal.Clear();
                continue;
            }

            literal.Append('$');
        }

        template._parts.Add(literal.ToString());
        return template;
    }

    public void AppendTo(StringBuilder result, string value, int matchStart, int matchEnd)
    {
        foreach (var part in _parts)
        {
            if (part is null) result.Append(value, matchStart, matchEnd - matchStart);
            else result.Append(part);
        }
    }

    /// <summary>
    /// Reads a name after a dollar sign, in braces or not; null, and nothing passed, when there is none.
    /// </summary>
    private static string? ReadName(string text, ref int at)
    {
        var isBraced = at < text.Length && text[at] == '{';
        var start = isBraced ? at + 1 : at;
        var end = start;
        while (end < text.Length
            && (text[end] == '_'
                || char.IsLetter(text, end)
                || CharUnicodeInfo.GetUnicodeCategory(text, end) == UnicodeCategory.DecimalDigitNumber))
        {
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        }

        if (end == start || (isBraced && (end == text.Length || text[end] != '}'))) return null;
        at = isBraced ? end + 1 : end;
        return text.Substring(start, end - start);
    }
}
