using System;
using System.Collections.Generic;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.IgnoreFiles;

/// <summary>
/// Reads the part of RE2's syntax (github.com/google/re2, "Syntax") that an expression made of a pattern can hold.
/// Groups and dots are never the user's: those are escaped. Backslash escapes are, so <c>bin\debug</c> asks for a
/// digit.
/// </summary>
internal sealed class PathExpressionParser
{
    private const string Folders = "(.*/)?";

    private const string Digits = "09";
    private const string Spaces = "\t\n\f\r  ";
    private const string WordCharacters = "09AZ__az";

    private static readonly (string Name, string Pairs)[] Classes =
    [
        ("alnum", "09AZaz"), ("alpha", "AZaz"), ("ascii", "\0\x7F"), ("blank", "\t\t  "), ("cntrl", "\0\x1F\x7F\x7F"),
        ("digit", "09"),
        ("graph", "!~"), ("lower", "az"), ("print", " ~"), ("punct", "!/:@[`{~"), ("space", "\t\r  "), ("upper", "AZ"),
        ("word", WordCharacters), ("xdigit", "09AFaf"),
    ];

    private readonly string _text;
    private int _at;

    public PathExpressionParser(string text) => _text = text;

    public List<PathStep> Steps { get; } = [];

    /// <summary>Reads the whole expression; the result is why it is refused, null when it is not.</summary>
    public string? Parse()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (string.CompareOrdinal(_text, _at, Folders, 0, Folders.Length) == 0)
            {
                _at += Folders.Length;
                Steps.Add(new PathStep(PathStepKind.OptionalFolders));
                Steps.Add(new PathStep(PathStepKind.Folders, NotNewline()));
                continue;
            }

            string? problem = null;
            if (c == '^') Take(PathStepKind.Start);
            else if (c == '$') Take(PathStepKind.End);
            else if (c == '[') problem = ReadClass();
            else if (c == '.') AddSet(NotNewline(), 1);
            else if (c == '\\') problem = ReadEscape();
            else AddSet(CharacterSet.Of(ReadCode()), 0);
            if (problem is not null) return problem;
        }

        return null;
    }

    private static CharacterSet NotNewline()
    {
        var set = CharacterSet.Of('\n');
        set.IsNegated = true;
        return set;
    }

    private void Take(PathStepKind kind)
    {
        _at++;
        Steps.Add(new PathStep(kind));
    }

    /// <summary>Adds what takes one character, or any number when a star follows.</summary>
    private void AddSet(CharacterSet set, int skip)
    {
        _at += skip;
        var isRepeated = _at < _text.Length && _text[_at] == '*';
        if (isRepeated) _at++;
        Steps.Add(new PathStep(isRepeated ? PathStepKind.Any : PathStepKind.One, set));
    }

    /// <summary>Reads a character; a byte that was not UTF-8 is to RE2 what it is to any decoder.</summary>
    private int ReadCode()
    {
        if (char.IsSurrogatePair(_text, _at))
        {
            _at += 2;
            return char.ConvertToUtf32(_text[_at - 2], _text[_at - 1]);
        }

        return char.IsSurrogate(_text[_at++]) ? 0xFFFD : _text[_at - 1];
    }

    private string? ReadEscape()
    {
        switch (_at + 1 < _text.Length ? _text[_at + 1] : '\0')
        {
            case 'A': return TakeEscape(PathStepKind.Start);
            case 'z': return TakeEscape(PathStepKind.End);
            case 'b': return TakeEscape(PathStepKind.WordBoundary);
            case 'B': return TakeEscape(PathStepKind.NoWordBoundary);
            case 'Q':
                _at += 2;
                var end = _text.IndexOf("\\E", _at, StringComparison.Ordinal);
                for (var stop = end < 0 ? _text.Length : end; _at < stop;)
                    Steps.Add(new PathStep(PathStepKind.One, CharacterSet.Of(ReadCode())));
                if (end >= 0) _at += 2;
                return null;
        }

        var set = new CharacterSet();
        if (!ReadNamedSet(set))
        {
            var code = ReadEscapedCode(out var problem);
            if (problem is not null) return problem;
            set.Add(code, code);
        }

        AddSet(set, 0);
        return null;
    }

    private string? TakeEscape(PathStepKind kind)
    {
        _at++;
        Take(kind);
        return null;
    }

    private string? ReadClass()
    {
        var set = new CharacterSet();
        _at++;
        set.IsNegated = _at < _text.Length && _text[_at] == '^';
        if (set.IsNegated) _at++;
        for (var isFirst = true; _at >= _text.Length || _text[_at] != ']' || isFirst; isFirst = false)
        {
            if (ReadNamedClass(set, out var problem)) continue;
            if (problem is not null) return problem;
            if (ReadNamedSet(set)) continue;
            var first = ReadMember(out problem);
            if (problem is not null) return problem;
            var last = first;
            if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
            {
                _at++;
                last = ReadMember(out problem);
                if (problem is not null) return problem;
                if (last < first) return "a range in '[' ends before it begins";
            }

            set.Add(first, last);
        }

        AddSet(set, 1);
        return null;
    }

    private int ReadMember(out string? problem)
    {
        problem = _at < _text.Length ? null : "'[' is not closed";
        if (problem is not null) return 0;
        return _text[_at] == '\\' ? ReadEscapedCode(out problem) : ReadCode();
    }

    /// <summary>Reads <c>[:name:]</c>; without a closing <c>:]</c> its characters are ordinary ones.</summary>
    private bool ReadNamedClass(CharacterSet set, out string? problem)
    {
        problem = null;
        if (_at + 2 >= _text.Length || _text[_at] != '[' || _text[_at + 1] != ':') return false;
        var end = _text.IndexOf(":]", _at + 2, StringComparison.Ordinal);
        if (end < 0) return false;
        var isNegated = _text[_at + 2] == '^';
        var name = _text.Substring(_at + (isNegated ? 3 : 2), Math.Max(0, end - _at - (isNegated ? 3 : 2)));
        foreach (var known in Classes)
        {
            if (known.Name != name) continue;
            set.Add(known.Pairs, isNegated);
            _at = end + 2;
            return true;
        }

        problem = $"there is no class of characters '[:{Sentence.Show(name)}:]'";
        return false;
    }

    /// <summary>Reads <c>\d</c>, <c>\s</c>, <c>\w</c>, <c>\pL</c> and their opposites.</summary>
    private bool ReadNamedSet(CharacterSet set)
    {
        if (_at + 1 >= _text.Length || _text[_at] != '\\') return false;
        var letter = _text[_at + 1];
        switch (letter)
        {
            case 'd' or 'D': set.Add(Digits, letter == 'D'); break;
            case 's' or 'S': set.Add(Spaces, letter == 'S'); break;
            case 'w' or 'W': set.Add(WordCharacters, letter == 'W'); break;
            case 'p' or 'P'
                when _at + 2 < _text.Length && _text[_at + 2] is 'L' or 'M' or 'N' or 'P' or 'S' or 'Z' or 'C':
                set.AddCategory(_text[_at + 2], letter == 'P');
                _at++;
                break;
            default: return false;
        }

        _at += 2;
        return true;
    }

    private int ReadEscapedCode(out string? problem)
    {
        problem = null;
        _at++;
        var start = _at;
        var c = _at < _text.Length ? _text[_at++] : '\0';
        switch (c)
        {
            case 'a': return '\a';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'v': return '\v';
            case 'x' when _at + 1 < _text.Length && Uri.IsHexDigit(_text[_at]) && Uri.IsHexDigit(_text[_at + 1]):
                _at += 2;
                return Uri.FromHex(_text[_at - 2]) * 16 + Uri.FromHex(_text[_at - 1]);
            case '0' or (>= '1' and <= '7') when c == '0' || (_at < _text.Length && _text[_at] is >= '0' and <= '7'):
                var code = c - '0';
                for (var limit = start + 3; _at < limit && _at < _text.Length && _text[_at] is >= '0' and <= '7'; _at++)
                    code = code * 8 + _text[_at] - '0';
                return code;
            case < '\x80' when start < _text.Length && !char.IsLetterOrDigit(c): return c;
        }

        problem = start < _text.Length && c is > ' ' and < '\x7F'
            ? $"'\\{c}' means nothing; a backslash escapes, folders are divided by '/'"
            : "a backslash escapes nothing";
        return 0;
    }
}
