using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DockerGuard.Oci.Text;

/// <summary>
/// Finds the passwords and tokens on command lines, <c>curl -u user:s3cret</c>, wherever a text holds one: in scripts,
/// exec forms, here-documents and comments.
/// </summary>
/// <remarks>It reads words, not a language, for what is hidden by mistake costs less than what is shown.</remarks>
public sealed class SecretOptions
{
    private enum Awaited
    {
        Nothing,
        Value,

        /// <summary>A name and a password with a colon between.</summary>
        User,

        /// <summary>A header of HTTP, whose name tells.</summary>
        Header,

        /// <summary>What stands behind the name of such a header.</summary>
        HeaderValue,
    }

    private static readonly string[] Schemes = ["basic", "bearer", "token", "digest", "negotiate", "apikey"];

    /// <summary>Characters of a <c>$(…)</c>; what is longer is a mistake.</summary>
    private const int MostOfSubstitution = 4096;

    /// <summary>Words after a pipe that read a password from what stands before it.</summary>
    private static readonly string[] Readers =
        ["--password-stdin", "--pass-stdin", "--with-token", "chpasswd", "--stdin"];

    private readonly string _text;
    private readonly bool _isProse;
    private readonly List<(int Start, int End)> _found = [];
    private readonly HashSet<string> _command = new(StringComparer.OrdinalIgnoreCase);
    private List<(int Start, int End)> _operands = [], _piped = [];
    private Awaited _awaited;
    private string _last = "";

    private SecretOptions(string text, bool isProse) => (_text, _isProse) = (text, isProse);

    /// <summary>The places of secrets in a text, in order; none lies in another.</summary>
    /// <param name="text">Holds commands.</param>
    /// <param name="isProse">True for a text for people, where words go on behind an option's name.</param>
    public static IReadOnlyList<(int Start, int End)> In(string text, bool isProse)
    {
        var options = new SecretOptions(text, isProse);
        options.Read(0, text.Length);
        if (options._found.Count < 2) return options._found;
        var places = new List<(int Start, int End)>();
        foreach (var place in options._found.OrderBy(place => place.Start).ThenByDescending(place => place.End))
            if (places.Count == 0 || place.Start >= places[places.Count - 1].End) places.Add(place);
        return places;
    }

    private void Read(int start, int end)
    {
        EndCommand(isPiped: false);
        var isContinued = false;
        for (var i = start; i < end;)
        {
            var c = _text[i];
            if (c is ' ' or '\t' or '\r')
            {
                i++;
            }
            else if (LineEnd(i, end) is var next and > 0)
            {
                isContinued = true;
                i = next;
            }
            else if (c == '\n')
            {
                // A comment between the lines of a command does not end it.
                if (!isContinued || !IsCommentLine(i, start)) EndCommand(isPiped: false);
                isContinued &= IsCommentLine(i, start);
                i++;
            }
            else if (c is ';' or '&' or '|' or '(' or ')')
            {
                EndCommand(c == '|' && (i + 1 == end || _text[i + 1] != '|') && (i == start || _text[i - 1] != '|'));
                i++;
            }
            else
            {
                var wordEnd = WordEnd(i, end);
                Word(i, wordEnd);
                i = wordEnd;
            }
        }
    }

    /// <summary>Where the next line starts when a backslash or a backtick ends this one; 0 when none does.</summary>
    private int LineEnd(int index, int end)
    {
        if (_text[index] is not ('\\' or '`')) return 0;
        var next = index + 1;
        while (next < end && _text[next] is ' ' or '\t' or '\r') next++;
        return next < end && _text[next] == '\n' ? next + 1 : 0;
    }

    private bool IsCommentLine(int lineEnd, int start)
    {
        var line = lineEnd == 0 ? -1 : _text.LastIndexOf('\n', lineEnd - 1);
        for (var i = Math.Max(line + 1, start); i < lineEnd; i++)
            if (_text[i] is not (' ' or '\t')) return _text[i] == '#';
        return false;
    }

    private void EndCommand(bool isPiped)
    {
        _piped = isPiped && (_command.Contains("echo") || _command.Contains("printf")) ? _operands : [];
        _operands = [];
        _command.Clear();
        _awaited = Awaited.Nothing;
        _last = "";
    }

    private int WordEnd(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var c = _text[i];
            if (LineEnd(i, end) is var next and > 0)
            {
                // A word goes on where the next line begins without a blank.
                if (next == end || _text[next] is ' ' or '\t' or '\r' or '\n' or '#') return i;
                i = next - 1;
            }
            else if (c == '\\' && i + 1 < end && _text[i + 1] is not ('\r' or '\n'))
            {
                i++;
            }
            else if (c is '"' or '\'')
            {
                i = QuoteEnd(i, end);
            }
            else if (c == '$' && i + 1 < end && _text[i + 1] == '(')
            {
                i = Math.Max(i, _text.IndexOf(')', i, Math.Min(end - i, MostOfSubstitution)));
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')')
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>The closing quote; without one the opening one is a letter.</summary>
    private int QuoteEnd(int open, int end)
    {
        for (var i = open + 1; i < end; i++)
        {
            if (_text[i] == '\\' && _text[open] == '"') i++;
            else if (_text[i] == _text[open]) return i;
        }

        return open;
    }

    private void Word(int start, int end)
    {
        // Of ["curl", "-u"] the words are what the quotes hold.
        while (start < end && _text[start] is '[' or ',') start++;
        while (end > start && _text[end - 1] is ']' or ',') end--;
        var isQuoted = end - start > 1 && _text[start] is '"' or '\'' && QuoteEnd(start, end) == end - 1;
        if (isQuoted) (start, end) = (start + 1, end - 1);
        var awaited = _awaited;
        _awaited = Awaited.Nothing;
        if (start >= end) return;
        var word = _text.Substring(start, end - start);
        if (Readers.Contains(word)) foreach (var (from, to) in _piped) Found(from, to);
        if (awaited != Awaited.Nothing && !(word[0] == '-' && word.Length > 1))
        {
            if (!_isProse || isQuoted || awaited is not (Awaited.Value or Awaited.HeaderValue) || !IsSentence(word))
                Take(awaited, word, start, end);
        }
        else if (word[0] == '-')
        {
            Option(word, start, end);
        }
        else if (isQuoted && word.IndexOfAny([' ', '\t', '\n']) >= 0)
        {
            Header(word, start, end);
            Nested(start, end);
            _operands.Add((start, end));
        }
        else
        {
            Operand(word, start, end);
        }

        _last = word;
    }

    /// <summary>A script in quotes has commands of its own.</summary>
    private void Nested(int start, int end)
    {
        var inner = new SecretOptions(_text, _isProse);
        inner.Read(start, end);
        _found.AddRange(inner._found);
    }

    private void Operand(string word, int start, int end)
    {
        var equals = word.IndexOf('=');
        if (equals > 0 && IsSecret(word.Substring(0, equals)))
        {
            Found(start + equals + 1, end);
        }
        else if (word[word.Length - 1] == ':' && IsSecretHeader(word.TrimEnd(':')))
        {
            _awaited = Awaited.HeaderValue;
        }
        else if (word == "=" ? IsSecret(_last) : equals < 0 && _command.Contains("set") && IsSecret(word))
        {
            _awaited = Awaited.Value;
        }
        else if (word.Equals("setapikey", StringComparison.OrdinalIgnoreCase))
        {
            _awaited = Awaited.Value;
        }
        else
        {
            Header(word, start, end);
            UserBeforeHost(word, start);
            _operands.Add((start, end));
        }

        if (equals >= 0) return;
        var name = FileName(word);
        _command.Add(name);
        if (name is "echo" or "printf") _operands.Clear();
    }

    private void Option(string word, int start, int end)
    {
        var sign = word.IndexOfAny(['=', ':'], 1);
        var name = (sign < 0 ? word : word.Substring(0, sign)).TrimStart('-');
        var isLong = word.StartsWith("--", StringComparison.Ordinal)
            || (name.Length > 1 && name.All(IsOfName) && IsSecret(name) && !_command.Contains("curl"));
        UserBeforeHost(word, start);
        if (isLong) Expect(OfName(name), sign < 0 ? end : start + sign + 1, end);
        else Letter(word, start, end);
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private static Awaited OfName(string name)
    {
        if (name.EndsWith("header", StringComparison.OrdinalIgnoreCase)) return Awaited.Header;
        if (name is "user" or "proxy-user" or "cert") return Awaited.User;
        return IsSecret(name) || name == "cookie" ? Awaited.Value : Awaited.Nothing;
    }

    /// <summary>Options of one letter, of which several may stand together: <c>-sSLu</c>.</summary>
    private void Letter(string word, int start, int end)
    {
        if (_command.Contains("curl"))
        {
            var at = SecretLetters.OfCurl(word);
            if (at < 0) return;
            var kind = word[at] switch
            {
                'u' or 'U' or 'E' => Awaited.User,
                'H' => Awaited.Header,
                'b' => Awaited.Value,
                _ => Awaited.Nothing,
            };
            Expect(kind, start + at + 1, end);
        }
        else if (word.Length > 1 && Array.Exists(SecretLetters.CommandsWith(word[1]), _command.Contains))
        {
            Expect(Awaited.Value, start + (word.Length > 2 && word[2] == '=' ? 3 : 2), end);
        }
        else if (word.Length > 2
            && word[1] == 'p'
            && Array.Exists(SecretLetters.CommandsWithAttached, _command.Contains))
        {
            Found(start + 2, end);
        }
    }

    /// <summary>The value, where it stands in the same word; else the next word is to be it.</summary>
    private void Expect(Awaited kind, int start, int end)
    {
        if (kind == Awaited.Nothing) return;
        if (start >= end) _awaited = kind;
        else Take(kind, _text.Substring(start, end - start), start, end);
    }

    private void Take(Awaited kind, string word, int start, int end)
    {
        switch (kind)
        {
            // --secret id=npm,src=… of a build names a secret.
            case Awaited.Value when !word.StartsWith("id=", StringComparison.Ordinal):
            case Awaited.HeaderValue when !Schemes.Contains(word, StringComparer.OrdinalIgnoreCase):
                Found(start, end);
                break;
            case Awaited.HeaderValue:
                _awaited = kind;
                break;
            case Awaited.User when word.IndexOf(':') is >= 0 and var colon
                && (IsLiteral(word.Substring(colon + 1)) || colon == word.Length - 1):
                Found(start, end);
                break;
            case Awaited.Header when word[word.Length - 1] == ':' && IsSecretHeader(word.TrimEnd(':')):
                _awaited = Awaited.HeaderValue;
                break;
            case Awaited.Header:
                Header(word, start, end);
                break;
        }
    }

    /// <summary><c>Authorization: Basic …</c>, in whatever word it stands.</summary>
    private void Header(string word, int start, int end)
    {
        for (var colon = word.IndexOf(':'); colon >= 0; colon = word.IndexOf(':', colon + 1))
        {
            var nameStart = colon;
            while (nameStart > 0 && IsOfName(word[nameStart - 1])) nameStart--;
            if (nameStart == colon || !IsSecretHeader(word.Substring(nameStart, colon - nameStart))) continue;
            var value = colon + 1;
            while (value < word.Length && word[value] is ' ' or '\t') value++;
            if (value == word.Length) continue;
            var quote = word.IndexOfAny(['"', '\''], value);
            // Behind a quote a shell goes on, unless it opens in the value.
            var valueEnd = quote > value ? quote : word.Length;
            if (IsLiteral(WithoutScheme(word.Substring(value, valueEnd - value))))
                Found(start + value, start + valueEnd);
        }
    }

    private void UserBeforeHost(string word, int start)
    {
        var (from, colon, to) = SchemelessUser.In(word);
        if (to > from && IsLiteral(word.Substring(colon + 1, to - colon - 1))) Found(start + from, start + to);
    }

    private void Found(int start, int end)
    {
        if (IsLiteral(_text.Substring(start, end - start))) _found.Add((start, end));
    }

    private static bool IsSentence(string word) =>
        AddressParameters.HoldsWords(word) && !Schemes.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for what is more than names of variables.</summary>
    private static bool IsLiteral(string value) => References.Pattern.Replace(value, "").Any(char.IsLetterOrDigit);

    private static string WithoutScheme(string value)
    {
        var blank = value.IndexOf(' ');
        return blank > 0 && Schemes.Contains(value.Substring(0, blank), StringComparer.OrdinalIgnoreCase)
            ? value.Substring(blank)
            : value;
    }

    private static bool IsSecret(string name) => SecretNames.IsOptionOfSecret(name);

    /// <summary>A header's name has a hyphen, but for a few; <c>token:</c> of a sentence is none.</summary>
    private static bool IsSecretHeader(string name) =>
        name.IndexOf("authoriz", StringComparison.OrdinalIgnoreCase) >= 0
            || name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase)
            || name.Equals("apikey", StringComparison.OrdinalIgnoreCase)
            || (name.IndexOf('-') > 0 && SecretParameterNames.IsSecret(name))
            || name.StartsWith("X-JFrog-Art", StringComparison.OrdinalIgnoreCase);

    private static string FileName(string word)
    {
        var name = word.Substring(word.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }

    /// <summary>A class of its own, for an ordinary build finds no secret that makes it compile the pattern.</summary>
    private static class References
    {
        /// <summary>What a variable gives, which tells nothing.</summary>
        internal static readonly Regex Pattern =
            new(@"\$\{\w+\}|\$\(.*?\)|\$(env:)?\w+|%\w+%|<[^<>]*>|\*\*\*");
    }
}
