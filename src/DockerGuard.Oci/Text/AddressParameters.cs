using System;
using System.Linq;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>The parameters and the fragment of an address: which of them cannot be secrets.</summary>
public static class AddressParameters
{
    /// <summary>Characters of a word, of one made of several (<c>pagePath</c>), and of a number.</summary>
    private const int MostOfWord = 30, MostOfCompound = 64, MostOfNumber = 20;

    /// <summary>Digits beside a word, and characters of an abbreviation (<c>i18n</c>), which tells no secret.</summary>
    private const int MostOfSuffix = 8, MostOfShort = 4;

    /// <summary>Characters of a token, and of a value that may be kept.</summary>
    private const int LeastOfToken = 20, MostOfValue = 256;

    /// <summary>Characters of a parameter's name, and digits of a number in a heading: a year has four.</summary>
    private const int MostOfName = 64, MostOfYear = 4;

    /// <summary>Parameters that say which part of a repository or a page is meant.</summary>
    private static readonly string[] HarmlessNames =
    [
        "path", "pagepath", "anchor", "version", "ref", "branch", "tag", "tab", "view", "lang", "language", "locale",
        "wikiversion", "commit", "rev", "revision", "sha", "file", "filename", "line", "v",
    ];

    /// <summary>What pages number.</summary>
    private static readonly string[] Counted =
    [
        "section", "chapter", "heading", "appendix", "table", "figure", "example", "issue", "comment", "issuecomment",
        "discussioncomment", "version", "sprint", "dotnet", "windows", "server", "ubuntu",
    ];

    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly char[] Separators = ['?', '&', ';'];

    private static readonly char[] SegmentEnds = ['/', '\\', '?', '#', ';', '&'];

    /// <summary>
    /// Where the parameters or the fragment of an address begin. A path has no secrets in it but by a slip, so a
    /// <c>&amp;</c> without a <c>?</c> before it, an encoded delimiter and the name of a secret with a value begin them
    /// too, unless only words follow: <c>/R%26D/</c>.
    /// </summary>
    /// <param name="text">Holds the address, its delimiters plain.</param>
    /// <param name="start">Where its host starts.</param>
    /// <param name="end">Where it ends, and what is returned when there are none.</param>
    public static int StartIn(string text, int start, int end)
    {
        var nameStart = start;
        for (var i = start; i < end; i++)
        {
            var (c, length) = AddressFolding.DelimiterAt(text, i, end);
            if (length == 1 && c is '?' or '#' or ';') return i;
            if (c == '=' && i - nameStart is > 0 and <= MostOfName
                && SecretParameterNames.IsSecret(AddressEnd.Decode(text.Substring(nameStart, i - nameStart))))
            {
                return nameStart;
            }

            if (c is '?' or '#' or ';' or '&')
            {
                var next = i + length;
                var segmentEnd = text.IndexOfAny(SegmentEnds, next, end - next);
                if (!IsAnchor(text.Substring(next, (segmentEnd < 0 ? end : segmentEnd) - next))) return i;
            }

            if (c != default) nameStart = i + length;
            i += length - 1;
        }

        return end;
    }

    /// <summary>
    /// What cannot be a secret of <c>?a=b&amp;c=d#e</c>, as it is written; nothing of a text that begins otherwise.
    /// </summary>
    public static string Public(string text)
    {
        if (text.Length == 0 || (text[0] != '#' && Array.IndexOf(Separators, text[0]) < 0)) return "";
        var hash = text.IndexOf('#');
        var query = hash < 0 ? text : text.Substring(0, hash);
        var shown = new StringBuilder();
        var hasMark = false;
        for (int start = 0, end; start < query.Length; start = end)
        {
            end = query.IndexOfAny(Separators, start + 1);
            if (end < 0) end = query.Length;
            hasMark |= query[start] == '?';
            var parameter = query.Substring(start + 1, end - start - 1);
            if (!IsHarmless(parameter)) continue;
            // The first that is left stands where the first one stood.
            shown.Append(hasMark && shown.ToString().IndexOf('?') < 0 ? '?' : query[start]).Append(parameter);
        }

        if (hash >= 0 && IsAnchor(text.Substring(hash + 1))) shown.Append(text, hash, text.Length - hash);
        return shown.ToString();
    }

    /// <summary>True for a parameter, its name and its value, that cannot be a secret.</summary>
    public static bool IsHarmless(string parameter)
    {
        var equals = parameter.IndexOf('=');
        // Without a name it is the value that counts, and of a value alone nobody knows what it is.
        if (equals <= 0) return false;
        var name = AddressEnd.Decode(parameter.Substring(0, equals));
        var value = AddressEnd.Decode(parameter.Substring(equals + 1));
        if (SecretParameterNames.IsSecret(name) || !IsPlain(name) || !HoldsWords(name) || !IsPlain(value))
            return false;
        return HarmlessNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? !Words(value).Any(IsToken)
            : HoldsWords(value);
    }

    /// <summary>True for a fragment that names a place of a page and cannot be a secret.</summary>
    public static bool IsAnchor(string fragment)
    {
        var text = AddressEnd.Decode(fragment);
        return IsPlain(text) && (HoldsWords(text) || IsHeading(text));
    }

    /// <summary>
    /// True for a heading as documentation makes an anchor of it, <c>windows-server2025</c>: small words with hyphens
    /// between, of which a number may end some but not all.
    /// </summary>
    private static bool IsHeading(string text)
    {
        var words = text.Split('-');
        return !SecretParameterNames.IsSecret(text)
            && Array.Exists(words, static word => word.Length > MostOfShort && word.All(IsSmall))
            && Array.TrueForAll(words, static word => word.TrimEnd(Digits) is { Length: <= MostOfWord } letters
                && letters.All(IsSmall)
                && word.Length - letters.Length <= MostOfYear);
    }

    private static bool IsSmall(char c) => c is >= 'a' and <= 'z';

    /// <summary>True for text of words and paths, in which nothing begins that has a name and a value.</summary>
    private static bool IsPlain(string text) =>
        text.Length <= MostOfValue
            && !MarkedTokens.AreIn(text)
            && !AddressEnd.HasOption(text)
            && !text.Where((c, index) => !IsPlain(c) && !(c == '@' && (index == 0 || text[index - 1] == '/'))).Any();

    private static bool IsPlain(char c) =>
        char.IsLetterOrDigit(c) || c is ' ' || "/\\.-_~+,:()!*$'[]".IndexOf(c) >= 0;

    /// <summary>True for text of words and numbers alone, none of which looks like a password.</summary>
    internal static bool HoldsWords(string text) => Words(text).All(IsWord);

    private static string[] Words(string text) =>
        new string([.. text.Select(static c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split([' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// True for a number and a word; with a number beside it for a short one and for those that are counted, for many a
    /// password is a word and a number.
    /// </summary>
    private static bool IsWord(string word)
    {
        var letters = word.Trim(Digits);
        return IsRegular(word)
            && (letters.Length == word.Length
                || letters.Length <= MostOfShort
                || Counted.Contains(letters, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>True for a number, a word, and a word with a number before or after it.</summary>
    private static bool IsRegular(string word)
    {
        var letters = word.Trim(Digits);
        if (letters.Length == 0) return word.Length <= MostOfNumber;
        if (word.Length <= MostOfShort) return true;
        if (letters.Any(char.IsDigit)) return false;
        var before = word.IndexOf(letters, StringComparison.Ordinal);
        var after = word.Length - letters.Length - before;
        return (before == 0 || after == 0) && before + after <= MostOfSuffix && IsCased(letters);
    }

    /// <summary>True when capitals begin words and do not stand anywhere.</summary>
    private static bool IsCased(string letters)
    {
        var humps = 0;
        for (var i = 1; i < letters.Length; i++)
            if (char.IsUpper(letters[i]) && char.IsLower(letters[i - 1])) humps++;
        return humps == 0
            ? letters.Length <= MostOfWord
            : letters.Length <= MostOfCompound && letters.Length > 3 * humps + 2;
    }

    /// <summary>True for what is long and mixed, except the number of a commit.</summary>
    private static bool IsToken(string word) =>
        word.Length >= LeastOfToken
            && !IsRegular(word)
            && !word.Substring(word.StartsWith("GC", StringComparison.Ordinal) ? 2 : 0)
                .All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
