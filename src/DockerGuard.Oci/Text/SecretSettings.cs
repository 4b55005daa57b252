using System;
using System.Linq;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>
/// <c>NAME=value</c>, <c>name: value</c>, <c>"name":"value"</c>, <c>&lt;name&gt;value&lt;/name&gt;</c> and
/// <c>key="name" value="value"</c> whose name tells of a secret.
/// </summary>
public static class SecretSettings
{
    private const string Mask = "***", ValueSign = "value=";

    /// <summary>A line with <c>***</c> for the values of such settings.</summary>
    /// <param name="line">One line of a script, a comment, a here-document or a text.</param>
    /// <param name="isProse">
    /// True for a text for people, where words may follow the colon behind a word: <c>token: see the docs</c>.
    /// </param>
    public static string Hide(string line, bool isProse)
    {
        StringBuilder? masked = null;
        var done = 0;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] is not ('=' or ':' or '>')) continue;
            var nameEnd = NameEnd(line, i);
            var nameStart = nameEnd;
            while (nameStart > done && IsNamePart(line[nameStart - 1])) nameStart--;
            var name = line.Substring(nameStart, nameEnd - nameStart).TrimStart('-');
            var (start, end) = line[i] == '>' ? ContentAfter(line, nameStart, i) : ValueAfter(line, i);
            if (line[i] == '=' && name is "key" or "name" && PairedValue(line, end) is var sign and > 0)
            {
                // Of <add key="name" value="value" /> the name is the first value.
                name = line.Substring(start, end - start).Trim('"', '\'', '\\');
                i = sign;
                (start, end) = ValueAfter(line, sign);
            }

            if (!IsSecret(name, isProse) || IsVariable(line, nameStart)) continue;
            var value = line.Substring(start, end - start).Trim('"', '\'');
            if (value.Length == 0 || IsReference(value.TrimEnd(',', '.'))) continue;
            if (SecretNames.IsHarmless(name, value)) continue;
            if (line[i] == ':' && IsHarmless(line, nameStart, nameEnd, i, (start, end), isProse)) continue;
            masked = (masked ?? new StringBuilder()).Append(line, done, start - done).Append(Mask);
            i = done = end;
        }

        return masked is null ? line : masked.Append(line, done, line.Length - done).ToString();
    }

    /// <summary>True for <c>$NAME</c> and <c>${NAME}</c>, which tell nothing.</summary>
    public static bool IsReference(string value)
    {
        if (value.Length < 2 || value[0] != '$') return false;
        var name = value[1] == '{' && value[value.Length - 1] == '}'
            ? value.Substring(2, value.Length - 3) : value.Substring(1);
        return name.All(c => char.IsLetterOrDigit(c) || c == '_');
    }

    /// <summary><c>key</c> alone is any key in a sentence.</summary>
    private static bool IsSecret(string name, bool isProse) =>
        name.Length > 0
            && !(isProse && name.Trim('_') is "key" or "Key")
            && (SecretNames.LooksSecret(name) || (isProse && SecretNames.IsOptionOfSecret(name)));

    /// <summary>The name's end: before the quote that closes it in JSON, which a string may escape.</summary>
    private static int NameEnd(string line, int sign)
    {
        var end = sign;
        if (end > 1 && line[end - 1] is '"' or '\'') end--;
        if (end < sign && end > 1 && line[end - 1] == '\\') end--;
        return end;
    }

    private static bool IsVariable(string line, int nameStart) => nameStart > 0 && line[nameStart - 1] == '$';

    /// <summary>
    /// True for words behind a colon, and for the tag of an image: <c>contoso/token:1.0</c>, <c>secret:latest</c>.
    /// </summary>
    private static bool IsHarmless(
        string line, int nameStart, int nameEnd, int colon, (int Start, int End) value, bool isProse)
    {
        if (value.Start == colon + 1 && nameEnd == colon) return ImageTags.IsAt(line, nameStart, colon, isProse);
        return isProse
            && value.Start > colon + 1
            && AddressParameters.HoldsWords(line.Substring(value.Start, value.End - value.Start).Trim('"', '\''));
    }

    /// <summary>The equals sign of <c>value=</c> behind an attribute; 0 for none.</summary>
    private static int PairedValue(string line, int end)
    {
        var start = end;
        while (start < line.Length && line[start] == ' ') start++;
        return start > end && string.CompareOrdinal(line, start, ValueSign, 0, ValueSign.Length) == 0
            ? start + ValueSign.Length - 1
            : 0;
    }

    /// <summary>What an element of XML holds; nothing for any other sign.</summary>
    private static (int Start, int End) ContentAfter(string line, int nameStart, int sign)
    {
        var close = line.IndexOf("</", sign, StringComparison.Ordinal);
        return nameStart > 0 && line[nameStart - 1] == '<' && close > 0 ? (sign + 1, close) : (sign + 1, sign + 1);
    }

    /// <summary>
    /// Where a value starts and ends: at its closing quote, else at a blank or what ends a word or a line for a shell.
    /// </summary>
    private static (int Start, int End) ValueAfter(string line, int sign)
    {
        var start = sign + 1;
        while (line[sign] == ':' && start < line.Length && line[start] == ' ') start++;
        var quote = start + 1 < line.Length && line[start] == '\\' ? start + 1 : start;
        if (quote < line.Length && line[quote] is '"' or '\'')
        {
            var close = line.IndexOf(line[quote], quote + 1);
            return (start, close < 0 ? line.Length : close + 1);
        }

        var end = start;
        while (end < line.Length && line[end] is not (' ' or '\t' or '\r' or ';' or '&' or '|' or ')' or '"' or '\''))
            end++;
        var isLast = end == line.Length || line[end] == '\r';
        if (isLast && end > start && line[end - 1] == '\\') end--;
        return (start, end);
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
