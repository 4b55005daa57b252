using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Words, strings, blocks and comments of PowerShell.</summary>
internal sealed partial class PowerShellParser
{
    private bool IsAt(string sign) =>
        _at + sign.Length <= _end && string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\u00A0';

    private static bool IsEnd(char c) => c is '\n' or ';' or '|' or '&' or ')' or '}';

    private static bool IsExpression(char c) =>
        c is '$' or '"' or '\'' or '(' or '{' or '@' or '[' or '-' or '!' or '+' or ',' or (>= '0' and <= '9');

    private static bool IsNameCharacter(char c) => c == '_' || (c < 0x80 && char.IsLetterOrDigit(c));

    private void SkipBlanks()
    {
        while (_at < _end)
        {
            if (IsBlank(_text[_at]))
            {
                _at++;
            }
            else if (_text[_at] == '`' && _at + 1 < _end && _text[_at + 1] is '\n' or '\r')
            {
                _at += IsAt("`\r\n") ? 3 : 2;
            }
            else if (IsAt("<#"))
            {
                var close = _text.IndexOf("#>", _at + 2, StringComparison.Ordinal);
                _at = close < 0 ? _end : close + 2;
            }
            else if (_text[_at] == '#')
            {
                var newline = _text.IndexOf('\n', _at);
                _at = newline < 0 ? _end : newline;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipLines(bool withSemicolons)
    {
        while (true)
        {
            SkipBlanks();
            if (_at >= _end || !(_text[_at] == '\n' || (withSemicolons && _text[_at] == ';'))) return;
            _at++;
        }
    }

    /// <summary>The letters here; null when there are none or more than letters.</summary>
    private string? PeekName()
    {
        var stop = _at;
        while (stop < _end && stop - _at < 12 && _text[stop] < 0x80 && char.IsLetter(_text[stop])) stop++;
        var isName = stop > _at
            && (stop == _end || IsBlank(_text[stop]) || IsEnd(_text[stop]) || _text[stop] is '(' or '{');
        return isName ? _text.Substring(_at, stop - _at) : null;
    }

    private ShellAssignment? ReadAssignment()
    {
        if (_at >= _end || _text[_at] != '$') return null;
        var start = _at;
        var i = _at + 1;
        while (i < _end && (IsNameCharacter(_text[i]) || _text[i] is ':' or '.')) i++;
        var name = _text.Substring(start + 1, i - start - 1);
        while (i < _end && IsBlank(_text[i])) i++;
        var isAppend = i + 1 < _end && _text[i] is '+' or '-' or '*' or '/' && _text[i + 1] == '=';
        if (isAppend) i++;
        if (name.Length == 0 || i >= _end || _text[i] != '=') return null;
        _at = i + 1;
        return new ShellAssignment(
            _source, start, _at, name, isAppend, new ShellWord(_source, _at, _at, hasGlob: false));
    }

    private ShellRedirection? ReadRedirection()
    {
        var i = _at;
        if (_text[i] is '*' or (>= '1' and <= '6')) i++;
        if (i >= _end || _text[i] != '>') return null;
        var start = _at;
        int? descriptor = char.IsDigit(_text[_at]) ? _text[_at] - '0' : null;
        _at = i + 1;
        var sign = ">";
        if (_at < _end && _text[_at] is '>' or '&') sign += _text[_at++];
        SkipBlanks();
        var target = _at < _end && !IsEnd(_text[_at]) ? ReadWord() : null;
        return new ShellRedirection(_source, start, target?.End ?? start + 1, sign, descriptor, target);
    }

    private ShellWord ReadWord()
    {
        var start = _at;
        var word = _context.Rent();
        ReadWord(word);
        var result = new ShellWord(_source, start, _at, word);
        _context.Return(word);
        return result;
    }

    /// <summary>Reads at least one character, unless a closing sign stands here.</summary>
    private void ReadWord(WordBuilder word)
    {
        while (_at < _end && !IsBlank(_text[_at]) && !IsEnd(_text[_at]))
        {
            switch (_text[_at])
            {
                case '\'':
                    ReadLiteral(word);
                    break;
                case '"':
                    ReadString(word, 1);
                    break;
                case '@' when _at + 2 < _end && _text[_at + 1] is '\'' or '"' && _text[_at + 2] is '\r' or '\n':
                    ReadHereString(word);
                    break;
                case '@' when _at + 1 < _end && _text[_at + 1] is '(' or '{':
                    ReadBlock(word, 2, isTable: _text[_at + 1] == '{');
                    break;
                case '$':
                    ReadVariable(word);
                    break;
                case '(' or '{':
                    ReadBlock(word, 1, isTable: false);
                    break;
                case '`' when _at + 1 < _end:
                    word.IsQuoted = true;
                    word.Append(_text, _at + 1, _at + 2);
                    _at += 2;
                    break;
                default:
                    word.Append(_text, _at, _at + 1);
                    _at++;
                    break;
            }
        }
    }

    private void ReadLiteral(WordBuilder word)
    {
        var open = _at++;
        word.IsQuoted = true;
        while (true)
        {
            var close = _text.IndexOf('\'', _at);
            if (close < 0)
            {
                _context.Report(_source, open, 1, "the single quote is not closed");
                word.Append(_text, _at, _end);
                _at = _end;
                return;
            }

            word.Append(_text, _at, close);
            _at = close + 1;
            if (_at >= _end || _text[_at] != '\'') return;
            word.Append(_text, _at, ++_at);
        }
    }

    private void ReadString(WordBuilder word, int signLength)
    {
        var open = _at;
        _at += signLength;
        word.IsQuoted = true;
        while (_at < _end)
        {
            var c = _text[_at];
            if (c == '"' && signLength == 1)
            {
                _at++;
                if (_at >= _end || _text[_at] != '"') return;
                word.Append(_text, _at, ++_at);
            }
            else if (signLength == 2 && IsAt("\n\"@"))
            {
                _at += 3;
                return;
            }
            else if (c == '`' && _at + 1 < _end)
            {
                word.Append(_text, _at + 1, _at + 2);
                _at += 2;
            }
            else if (c == '$')
            {
                ReadVariable(word);
            }
            else
            {
                word.Append(_text, _at, ++_at);
            }
        }

        _context.Report(_source, open, signLength, "the double quote is not closed");
    }

    private void ReadHereString(WordBuilder word)
    {
        if (_text[_at + 1] == '"')
        {
            ReadString(word, 2);
            return;
        }

        var open = _at;
        word.IsQuoted = true;
        var close = _text.IndexOf("\n'@", _at + 2, StringComparison.Ordinal);
        if (close < 0) _context.Report(_source, open, 2, "the here-string is not closed");
        word.Append(_text, _at + 2, close < 0 ? _end : close);
        _at = close < 0 ? _end : close + 3;
    }

    private void ReadVariable(WordBuilder word)
    {
        var start = _at;
        if (_at + 1 < _end && _text[_at + 1] == '(')
        {
            ReadBlock(word, 2, isTable: false);
            return;
        }

        _at++;
        var nameStart = _at;
        if (_at < _end && _text[_at] == '{')
        {
            var close = _text.IndexOf('}', _at);
            nameStart++;
            _at = close < 0 ? _end : close + 1;
            Add(word, start, nameStart, Math.Max(nameStart, close < 0 ? _end : close));
            return;
        }

        while (_at < _end
            && (IsNameCharacter(_text[_at])
                || (_text[_at] == ':' && _at + 1 < _end && IsNameCharacter(_text[_at + 1]))))
        {
            _at++;
        }

        if (_at == nameStart && _at < _end && _text[_at] is '?' or '^' or '$') _at++;
        if (_at == nameStart) word.Append(_text, start, _at);
        else Add(word, start, nameStart, _at);
    }

    private void Add(WordBuilder word, int start, int nameStart, int nameEnd)
    {
        nameEnd = Math.Min(nameEnd, _end);
        nameStart = Math.Min(nameStart, nameEnd);
        word.Add(new ShellVariable(_source, start, _at, nameStart, nameEnd, isQuoted: true));
        word.AppendExpansion(_text, start, _at, holdsCommands: false);
    }

    /// <summary>
    /// Statements in parentheses or braces, after a sign of some characters that includes the opening one.
    /// </summary>
    private void ReadBlock(WordBuilder word, int signLength, bool isTable)
    {
        var start = _at;
        if (!_context.Enter(_source, _at, signLength))
        {
            _at = _end;
            word.AppendExpansion(_text, start, _at, holdsCommands: false);
            return;
        }

        var close = _text[_at + signLength - 1] == '{' ? '}' : ')';
        _at += signLength;
        var items = new List<ShellAndOr>();
        ReadStatements(items, isTable);
        if (_at < _end && _text[_at] == close) _at++;
        else _context.Report(_source, start, signLength, $"'{_text.Substring(start, signLength)}' has no '{close}'");
        _context.Leave();
        var body = items.Count == 0
            ? new ShellList(_source, start + signLength, start + signLength, items)
            : new ShellList(_source, items[0].Start, items[items.Count - 1].End, items);
        word.Add(new ShellSubstitution(_source, start, _at, body, isProcess: false));
        word.AppendExpansion(_text, start, _at, holdsCommands: true);
    }
}
