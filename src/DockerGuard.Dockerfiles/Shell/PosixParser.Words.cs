using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Words and quotes.</summary>
internal sealed partial class PosixParser
{
    /// <summary>Reads a word up to what divides words; it may be empty.</summary>
    /// <param name="isTest">Inside <c>[[ ]]</c>, where only white space divides.</param>
    private ShellWord ReadWord(bool isTest = false)
    {
        var start = _at;
        var hasGlob = false;
        while (_at < _end && !IsSpecial(_text[_at]))
        {
            hasGlob |= _text[_at] is '*' or '?' or '[';
            _at++;
        }

        if (_at >= _end || (IsDelimiter(_text[_at]) && !isTest && _text[_at] is not ('(' or '<' or '>' or '\r')))
            return new ShellWord(_source, start, _at, hasGlob);
        var word = _context.Rent();
        word.HasGlob = hasGlob;
        word.Append(_text, start, _at);
        ReadParts(word, start, isTest);
        var result = new ShellWord(_source, start, _at, word);
        _context.Return(word);
        return result;
    }

    private static bool IsSpecial(char c) => IsDelimiter(c) || c is '\'' or '"' or '\\' or '$' or '`';

    private void ReadParts(WordBuilder word, int start, bool isTest)
    {
        while (_at < _end)
        {
            var c = _text[_at];
            switch (c)
            {
                case ' ' or '\t' or '\n':
                    return;
                case '\r':
                    if (LineBreakAt(_at) > 0) return;
                    break;
                case '\\':
                    ReadEscape(word);
                    continue;
                case '\'':
                    if (!ReadSingleQuotes(word)) break;
                    continue;
                case '"':
                    if (!ReadDoubleQuotes(word)) break;
                    continue;
                case '$' or '`':
                    ReadExpansion(word, isQuoted: false);
                    continue;
                case '<' or '>' when _at + 1 < _end && _text[_at + 1] == '(' && !isTest:
                    ReadSubstitution(word, 2, isProcess: true);
                    continue;
                case '(' when _at > 0 && !isTest && _text[_at - 1] == '=':
                    ReadArray(word);
                    continue;
                case '(' when _at > start
                    && !isTest
                    && _dialect == ShellDialect.Bash
                    && _text[_at - 1] is '@' or '?' or '*' or '+' or '!':
                    ReadPatternGroup(word);
                    continue;
                default:
                    if (!isTest && IsDelimiter(c)) return;
                    word.HasGlob |= c is '*' or '?' or '[';
                    break;
            }

            word.Append(_text, _at, _at + 1);
            _at++;
        }
    }

    private void ReadEscape(WordBuilder word)
    {
        if (LineBreakAt(_at + 1) is var length and > 0)
        {
            _at += 1 + length;
            return;
        }

        // An escape as the very last character is itself.
        if (_at + 1 < _end) _at++;
        word.IsQuoted = true;
        word.Append(_text, _at, _at + 1);
        _at++;
    }

    /// <summary>
    /// False, with an error, when the quote is never closed; it then stands for itself, so that what follows is still
    /// read.
    /// </summary>
    private bool ReadSingleQuotes(WordBuilder word)
    {
        var close = _hasNoMoreSingleQuotes ? -1 : _text.IndexOf('\'', _at + 1, _end - _at - 1);
        if (close < 0)
        {
            if (_end == _text.Length) _hasNoMoreSingleQuotes = true;
            Report(_at, 1, "the single quote is not closed");
            return false;
        }

        word.IsQuoted = true;
        word.Append(_text, _at + 1, close);
        _at = close + 1;
        return true;
    }

    private bool ReadDoubleQuotes(WordBuilder word)
    {
        var open = _at++;
        word.IsQuoted = true;
        while (_at < _end)
        {
            var from = _at;
            while (_at < _end && _text[_at] is not ('"' or '\\' or '$' or '`')) _at++;
            word.Append(_text, from, _at);
            if (_at >= _end) break;
            var c = _text[_at];
            if (c == '"')
            {
                _at++;
                return true;
            }

            if (c != '\\')
            {
                ReadExpansion(word, isQuoted: true);
                continue;
            }

            if (LineBreakAt(_at + 1) is var length and > 0)
            {
                _at += 1 + length;
                continue;
            }

            if (_at + 1 < _end && _text[_at + 1] is '"' or '\\' or '$' or '`') _at++;
            word.Append(_text, _at, _at + 1);
            _at++;
        }

        Report(open, 1, "the double quote is not closed");
        return true;
    }

    /// <summary><c>$'...'</c>: escapes as in C.</summary>
    private bool ReadAnsiQuotes(WordBuilder word)
    {
        var open = _at;
        _at += 2;
        word.IsQuoted = true;
        while (_at < _end)
        {
            var c = _text[_at];
            if (c == '\'')
            {
                _at++;
                return true;
            }

            if (c == '\\' && _at + 1 < _end) ReadAnsiEscape(word);
            else word.Append(_text, _at, ++_at);
        }

        Report(open, 2, "the single quote is not closed");
        return true;
    }

    private void ReadAnsiEscape(WordBuilder word)
    {
        var place = _at;
        var c = _text[_at + 1];
        _at += 2;
        var simple = "abefnrtvE".IndexOf(c);
        if (simple >= 0)
        {
            word.Append("\a\b\u001B\f\n\r\t\v\u001B"[simple], place);
            return;
        }

        var (radix, digits) =
            c switch { 'x' => (16, 2), 'u' => (16, 4), 'U' => (16, 8), >= '0' and <= '7' => (8, 3), _ => (0, 0) };
        if (radix == 0)
        {
            if (c is not ('\\' or '\'' or '"' or '?')) word.Append('\\', place);
            word.Append(c, place);
            return;
        }

        if (radix == 8) _at--;
        var value = 0;
        var from = _at;
        while (_at < _end && _at - from < digits && Digit(_text[_at]) is var digit && digit < radix)
        {
            value = value * radix + digit;
            _at++;
        }

        word.Append(value is > 0 and < 0xD800 or > 0xDFFF and <= 0xFFFF ? (char)value : '\uFFFD', place);
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => 16,
    };

    /// <summary>The elements of an array; they stay as they are written.</summary>
    private void ReadArray(WordBuilder word)
    {
        var open = _at;
        if (!_context.Enter(_source, _at, 1))
        {
            _at = _end;
            return;
        }

        _at++;
        var before = _substitutions;
        var elements = new List<ShellWord>();
        while (true)
        {
            SkipLines();
            if (EndsWords()) break;
            elements.Add(ReadWord());
        }

        if (_at < _end && _text[_at] == ')') _at++;
        else Report(open, 1, "'(' has no ')'");
        _context.Leave();
        foreach (var element in elements)
        {
            foreach (var substitution in element.Substitutions) word.Add(substitution);
            foreach (var variable in element.Variables) word.Add(variable);
        }

        word.AppendExpansion(_text, open, _at, _substitutions > before);
    }

    /// <summary>A pattern such as <c>@(a|b)</c>.</summary>
    private void ReadPatternGroup(WordBuilder word)
    {
        var open = _at;
        var depth = 0;
        while (_at < _end)
        {
            var c = _text[_at];
            if (c is ' ' or '\t' or '\n' or '\'' or '"' or '`' or '$' or ';') break;
            _at++;
            if (c == '(') depth++;
            else if (c == ')' && --depth == 0) break;
            else if (c == '\\' && _at < _end) _at++;
        }

        word.HasGlob = true;
        word.Append(_text, open, Math.Min(_at, _end));
    }
}
