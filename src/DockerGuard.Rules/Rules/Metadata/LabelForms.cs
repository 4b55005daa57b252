using System;
using System.Linq;

namespace DockerGuard.Rules;

/// <summary>The forms a label's value may have; one pass over the text each.</summary>
internal static class LabelForms
{
    /// <summary>
    /// An absolute URI by RFC 3986, with a host where its scheme asks for one. A drive letter is no scheme.
    /// </summary>
    public static bool IsUrl(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 2 || !IsLetter(text[0]) || colon == text.Length - 1) return false;
        for (var i = 0; i < colon; i++)
            if (!IsLetter(text[i]) && !IsDigit(text[i]) && text[i] is not ('+' or '-' or '.')) return false;
        for (var i = colon + 1; i < text.Length; i++)
        {
            if (text[i] == '%' && (i + 2 >= text.Length || !IsHex(text[i + 1]) || !IsHex(text[i + 2]))) return false;
            if (text[i] != '%'
                && !IsLetter(text[i])
                && !IsDigit(text[i])
                && "-._~:/?#[]@!$&'()*+,;=".IndexOf(text[i]) < 0)
            {
                return false;
            }
        }

        if (!text.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return true;
        return text.Length > colon + 3
            && text[colon + 1] == '/'
            && text[colon + 2] == '/'
            && text[colon + 3] is not ('/' or '?' or '#' or ':');
    }

    /// <summary>A version by SemVer 2.0.0: three numbers, then perhaps a pre-release and build metadata.</summary>
    public static bool IsSemVer(string text)
    {
        var plus = text.IndexOf('+');
        if (plus >= 0 && !text.Substring(plus + 1).Split('.').All(IsIdentifier)) return false;
        var version = plus < 0 ? text : text.Substring(0, plus);
        var hyphen = version.IndexOf('-');
        if (hyphen >= 0
            && !version.Substring(hyphen + 1)
                .Split('.')
                .All(part => IsIdentifier(part) && (!part.All(IsDigit) || IsNumber(part))))
        {
            return false;
        }

        var numbers = (hyphen < 0 ? version : version.Substring(0, hyphen)).Split('.');
        return numbers.Length == 3 && numbers.All(IsNumber);
    }

    /// <summary>A git commit as git writes it: 7 to 40 hexadecimal digits, or the 64 of SHA-256.</summary>
    public static bool IsGitHash(string text) => text.Length is (>= 7 and <= 40) or 64 && text.All(IsLowerHex);

    /// <summary>A point in time by RFC 3339: <c>2026-11-22T09:30:00.5+01:00</c>.</summary>
    public static bool IsRfc3339(string text)
    {
        if (text.Length < 20
            || text[4] != '-'
            || text[7] != '-'
            || text[10] is not ('T' or 't')
            || text[13] != ':'
            || text[16] != ':')
        {
            return false;
        }

        if (Digits(text, 0, 4) is not { } year
            || Digits(text, 5, 2) is not { } month
            || Digits(text, 8, 2) is not { } day)
        {
            return false;
        }

        if (Digits(text, 11, 2) is not <= 23 || Digits(text, 14, 2) is not <= 59 || Digits(text, 17, 2) is not <= 60)
            return false;
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var at = 19;
        if (text[at] == '.')
        {
            while (++at < text.Length && IsDigit(text[at])) { }

            if (at == 20 || at == text.Length) return false;
        }

        if (text[at] is 'Z' or 'z') return at == text.Length - 1;
        return text[at] is '+' or '-'
            && text.Length == at + 6
            && text[at + 3] == ':'
            && Digits(text, at + 1, 2) is <= 23
            && Digits(text, at + 4, 2) is <= 59;
    }

    /// <summary>The text with the <c>T</c> that RFC 3339 wants where many write a blank.</summary>
    public static string WithTimeMark(string text) =>
        text.Length > 10 && text[10] == ' ' ? text.Substring(0, 10) + "T" + text.Substring(11) : text;

    /// <summary>A version without the <c>v</c> of a git tag.</summary>
    public static string WithoutTagMark(string text) =>
        text.Length > 1 && text[0] is 'v' or 'V' ? text.Substring(1) : text;

    /// <summary>An address by RFC 5322, without display name, comments and the obsolete forms.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        if (at < 1 || at > 64 || text.Length > 254) return false;
        var local = text.Substring(0, at);
        var isQuoted = local.Length > 2 && local[0] == '"' && local[local.Length - 1] == '"'
            && local.Substring(1, local.Length - 2)
                .All(character => character is >= ' ' and <= '~' and not ('"' or '\\'));
        return (isQuoted || local.Split('.').All(part => part.Length > 0 && part.All(IsAtomCharacter)))
            && text.Substring(at + 1)
                .Split('.')
                .All(part => IsIdentifier(part) && part[0] != '-' && part[part.Length - 1] != '-');
    }

    private static int? Digits(string text, int start, int length)
    {
        var number = 0;
        for (var i = start; i < start + length; i++)
        {
            if (i >= text.Length || !IsDigit(text[i])) return null;
            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }

    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(IsDigit) && (text[0] != '0' || text.Length == 1);

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && text.All(character => character == '-' || IsLetter(character) || IsDigit(character));

    private static bool IsAtomCharacter(char character) =>
        IsLetter(character) || IsDigit(character) || "!#$%&'*+-/=?^_`{|}~".IndexOf(character) >= 0;

    private static bool IsLowerHex(char character) => IsDigit(character) || character is >= 'a' and <= 'f';

    private static bool IsHex(char character) => IsLowerHex(character) || character is >= 'A' and <= 'F';

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
