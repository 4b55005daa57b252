using System.Globalization;
using System.Text;

namespace DockerGuard.Conformance;

/// <summary>
/// Quoting as Go's <c>strconv.Quote</c> does it; a lone surrogate U+DC80..U+DCFF stands for a byte that was not UTF-8.
/// </summary>
internal static class GoQuote
{
    public static string Quote(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\a': result.Append("\\a"); continue;
                case '\b': result.Append("\\b"); continue;
                case '\f': result.Append("\\f"); continue;
                case '\n': result.Append("\\n"); continue;
                case '\r': result.Append("\\r"); continue;
                case '\t': result.Append("\\t"); continue;
                case '\v': result.Append("\\v"); continue;
                case '\\': result.Append("\\\\"); continue;
                case '"': result.Append("\\\""); continue;
            }

            if (c is >= ' ' and < '\x7f')
            {
                result.Append(c);
            }
            else if (c < 0x80)
            {
                result.Append("\\x").Append(((int)c).ToString("x2"));
            }
            else if (char.IsSurrogatePair(text, i))
            {
                if (IsPrintable(CharUnicodeInfo.GetUnicodeCategory(text, i))) result.Append(c).Append(text[i + 1]);
                else result.Append("\\U").Append(char.ConvertToUtf32(c, text[i + 1]).ToString("x8"));
                i++;
            }
            else if (c is >= '\uDC80' and <= '\uDCFF')
            {
                result.Append("\\x").Append((c - 0xDC00).ToString("x2"));
            }
            else if (IsPrintable(CharUnicodeInfo.GetUnicodeCategory(c)))
            {
                result.Append(c);
            }
            else
            {
                result.Append("\\u").Append(((int)c).ToString("x4"));
            }
        }

        return result.Append('"').ToString();
    }

    private static bool IsPrintable(UnicodeCategory category) => category is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
