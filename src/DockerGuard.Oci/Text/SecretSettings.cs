using System.Linq;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary><c>NAME=value</c>, <c>name: value</c> and <c>"name":"value"</c> whose name tells of a secret.</summary>
public static class SecretSettings
{
    private const string Mask = "***";

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
            if (line[i] is not ('=' or ':')) continue;
            var nameEnd = NameEnd(line, i);
            var nameStart = nameEnd;
            while (nameStart > done && IsNamePart(line[nameStart - 1])) nameStart--;
            var name = line.Substring(nameStart, nameEnd - nameStart).TrimStart('-');
            if (!IsSecret(name, isProse) || IsVariable(line, nameStart)) continue;
            var (start, end) = ValueAfter(line, i);
            var value = line.Substring(start, end - start).Trim('"', '\'');
            if (value.Length == 0 || IsReference(value.TrimEnd(',', '.'))) continue;
            if (isProse && line[i] == ':' && IsHarmless(line, nameStart, value, isApart: start > i + 1)) continue;
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
    private static bool IsHarmless(string line, int nameStart, string value, bool isApart)
    {
        if (isApart) return AddressParameters.HoldsWords(value);
        if (nameStart > 0 && line[nameStart - 1] == '/') return true;
        var at = value.IndexOf('@');
        return AddressParameters.HoldsWords(at < 0 ? value : value.Substring(0, at));
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
