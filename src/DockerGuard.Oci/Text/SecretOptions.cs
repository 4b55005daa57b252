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
public sealed partial class SecretOptions
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

    /// <summary>Words after a pipe that read a password from what stands before it.</summary>
    private static readonly string[] Readers =
        ["--password-stdin", "--pass-stdin", "--with-token", "chpasswd", "passwd", "smbpasswd", "--stdin"];

    private const string HereString = "<<<";

    private readonly string _text;
    private readonly bool _isProse;
    private readonly List<(int Start, int End)> _found = [];
    private readonly HashSet<string> _command = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Start, int End)> _group = [];
    private List<(int Start, int End)> _operands = [], _piped = [];
    private Awaited _awaited;
    private string _last = "";

    /// <summary>True when a word of the command is one of the readers.</summary>
    private bool _reads;

    /// <summary>How many operands stand before one that is a secret; below 0 when none is.</summary>
    private int _before = -1;

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

    private void EndCommand(bool isPiped)
    {
        var says = _command.Contains("echo") || _command.Contains("printf");
        // (echo a; echo b) | and { echo a; echo b; } | say all they hold.
        var isGroup = _command.Count == 0 || _command.Contains("}");
        _piped = !isPiped ? [] : says ? _operands : isGroup ? [.. _group] : [];
        if (says) _group.AddRange(_operands);
        else if (!isGroup) _group.Clear();
        _operands = [];
        _before = -1;
        _reads = false;
        _command.Clear();
        _awaited = Awaited.Nothing;
        _last = "";
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
        if (start >= end)
        {
            if (isQuoted && _before >= 0) _before--;
            return;
        }

        var word = _text.Substring(start, end - start);
        if (Readers.Contains(word))
        {
            _reads = true;
            foreach (var (from, to) in _piped) Found(from, to);
        }

        if (awaited != Awaited.Nothing && !(word[0] == '-' && word.Length > 1))
        {
            if (!_isProse || isQuoted || awaited is not (Awaited.Value or Awaited.HeaderValue) || !IsSentence(word))
                Take(awaited, word, start, end);
        }
        else if (word[0] == '-')
        {
            Option(word, start, end);
        }
        else if (word.StartsWith(HereString, StringComparison.Ordinal))
        {
            GivenHere(start + HereString.Length, end);
        }
        else if (_before == 0)
        {
            _before = _command.Contains("openssl") ? 0 : -1;
            if (!_isProse || isQuoted || !IsSentence(word)) Take(Awaited.Value, word, start, end);
        }
        else if (isQuoted && word.IndexOfAny([' ', '\t', '\n']) >= 0)
        {
            Header(word, start, isHeader: false);
            Nested(start, end);
            _operands.Add((start, end));
            if (_before > 0) _before--;
        }
        else
        {
            Operand(word, start, end);
        }

        _last = word;
    }

    /// <summary>What stands behind <c>&lt;&lt;&lt;</c> is read by the command.</summary>
    private void GivenHere(int start, int end)
    {
        if (!_reads) return;
        if (end - start > 1 && _text[start] is '"' or '\'') (start, end) = (start + 1, end - 1);
        if (start >= end) _awaited = Awaited.Value;
        else Found(start, end);
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
        else
        {
            Header(word, start, isHeader: false);
            UserBeforeHost(word, start);
            _operands.Add((start, end));
        }

        if (_before > 0) _before--;
        else if (equals < 0 && _awaited == Awaited.Nothing) _before = SecretCommands.Before(word, _last, _command);
        if (IsFirstOfTwo(word, end)) _awaited = Awaited.Value;
        if (equals >= 0) return;
        var name = FileName(word);
        _command.Add(name);
        if (name is "echo" or "printf") _operands.Clear();
    }

    /// <summary>True for a line <c>password s3cret</c> of a file <c>.netrc</c>.</summary>
    private bool IsFirstOfTwo(string word, int end)
    {
        if (word != "password" || _command.Count > 0) return false;
        var next = end;
        while (next < _text.Length && _text[next] == ' ') next++;
        while (next < _text.Length && !IsEndOfWord(_text[next])) next++;
        while (next < _text.Length && _text[next] is ' ' or '\r') next++;
        return next == _text.Length || _text[next] is '\n' or '"' or '\'';
    }

    private static bool IsEndOfWord(char c) => c is ' ' or '\t' or '\r' or '\n' or '"' or '\'';

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
        else if (_command.Contains("htpasswd"))
        {
            _before = SecretCommands.BeforeOfHtpasswd(word, _before);
        }
        else if (word == "-k" && _command.Contains("openssl"))
        {
            _awaited = Awaited.Value;
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
                Header(word, start, isHeader: true);
                break;
        }
    }

    private void UserBeforeHost(string word, int start)
    {
        var (from, colon, to) = SchemelessUser.In(word);
        if (to > from && IsLiteral(word.Substring(colon + 1, to - colon - 1))) Found(start + from, start + to);
    }

    private void Found(int start, int end)
    {
        var value = _text.Substring(start, end - start);
        if (IsLiteral(value) && !SecretNames.IsHarmlessValue(value)) _found.Add((start, end));
    }

    private static bool IsSentence(string word) =>
        AddressParameters.HoldsWords(word) && !Schemes.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for what is more than names of variables.</summary>
    private static bool IsLiteral(string value) => References.Pattern.Replace(value, "").Any(char.IsLetterOrDigit);

    private static bool IsSecret(string name) => SecretNames.IsOptionOfSecret(name);

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
