using System;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>
/// Expansions: variables, commands, arithmetic; and the bodies of here-documents, which hold the same.
/// </summary>
internal sealed partial class PosixParser
{
    /// <summary>How many substitutions were met so far; what holds one is told by the difference.</summary>
    private int _substitutions;

    /// <summary>How many characters may still be looked at ahead; keeps hostile texts linear.</summary>
    private long _lookAhead;

    /// <summary>Reads what begins with a dollar sign or a backtick. It always goes forward.</summary>
    private void ReadExpansion(WordBuilder word, bool isQuoted)
    {
        if (_opaque is not null && _opaque.TryGetValue(_at, out var stop))
        {
            _substitutions++;
            word.AppendExpansion(_text, _at, Math.Min(stop, _end), holdsCommands: true);
            _at = Math.Min(stop, _end);
            return;
        }

        if (_text[_at] == '`')
        {
            ReadBackticks(word, isQuoted);
            return;
        }

        var next = _at + 1 < _end ? _text[_at + 1] : '\0';
        if (next == '\'' && !isQuoted)
        {
            ReadAnsiQuotes(word);
        }
        else if (next == '"' && !isQuoted)
        {
            _at++;
        }
        else if (next == '(')
        {
            ReadDollarParenthesis(word);
        }
        else if (next == '{')
        {
            ReadBraces(word, isQuoted);
        }
        else if (IsNameStart(next))
        {
            var start = _at++;
            while (_at < _end && IsNameCharacter(_text[_at])) _at++;
            AddVariable(word, start, start + 1, _at, isQuoted);
        }
        else if (next is (>= '0' and <= '9') or '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _at += 2;
            AddVariable(word, _at - 2, _at - 1, _at, isQuoted);
        }
        else
        {
            word.Append(_text, _at, _at + 1);
            _at++;
        }
    }

    private void AddVariable(WordBuilder word, int start, int nameStart, int nameEnd, bool isQuoted)
    {
        word.Add(new ShellVariable(_source, start, _at, nameStart, nameEnd, isQuoted));
        word.AppendExpansion(_text, start, _at, holdsCommands: false);
    }

    private void ReadDollarParenthesis(WordBuilder word)
    {
        if (IsAt("$((") && FindArithmeticEnd(_at + 3) is var close and >= 0)
        {
            var start = _at;
            _at += 3;
            ReadMuted(word, start, close, close + 2);
        }
        else
        {
            ReadSubstitution(word, 2, isProcess: false);
        }
    }

    private ShellWord ReadArithmeticWord(int close)
    {
        var start = _at;
        var word = _context.Rent();
        _at += 2;
        ReadMuted(word, start, close, close + 2);
        var result = new ShellWord(_source, start, _at, word);
        _context.Return(word);
        return result;
    }

    /// <summary>Reads the expansions up to a place, and adds the whole as it is written.</summary>
    private void ReadMuted(WordBuilder word, int start, int contentEnd, int wholeEnd)
    {
        var before = _substitutions;
        if (_context.Enter(_source, start, wholeEnd - start))
        {
            word.Muted++;
            ReadExpansions(word, contentEnd);
            word.Muted--;
            _context.Leave();
        }

        _at = wholeEnd;
        word.AppendExpansion(_text, start, _at, _substitutions > before);
    }

    /// <summary>The expansions of a text in which quotes mean nothing.</summary>
    private void ReadExpansions(WordBuilder word, int contentEnd)
    {
        var outerEnd = _end;
        _end = contentEnd;
        while (_at < _end)
        {
            var c = _text[_at];
            if (c == '\\') _at += 2;
            else if (c is '$' or '`') ReadExpansion(word, isQuoted: true);
            else _at++;
        }

        _at = contentEnd;
        _end = outerEnd;
    }

    /// <summary>
    /// The place of the <c>))</c> that ends arithmetic; -1 when the parentheses close otherwise, so that it is a
    /// command in a subshell.
    /// </summary>
    private int FindArithmeticEnd(int from)
    {
        var depth = 0;
        for (var i = from; i < _end && _lookAhead > 0; i++, _lookAhead--)
        {
            switch (_text[i])
            {
                case '\\':
                    i++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when depth > 0:
                    depth--;
                    break;
                case ')':
                    return i + 1 < _end && _text[i + 1] == ')' ? i : -1;
                case '\'' or '"':
                    var close = _text.IndexOf(_text[i], i + 1, _end - i - 1);
                    if (close < 0) return -1;
                    i = close;
                    break;
            }
        }

        return -1;
    }

    /// <summary>Commands in parentheses, after a sign of some characters that includes the opening one.</summary>
    private void ReadSubstitution(WordBuilder word, int signLength, bool isProcess)
    {
        var start = _at;
        if (!_context.Enter(_source, _at, signLength))
        {
            _at = _end;
            word.AppendExpansion(_text, start, _at, holdsCommands: false);
            return;
        }

        _at += signLength;
        var outside = _modes;
        var body = ReadList();
        _modes = outside;
        SkipLines();
        if (_at < _end && _text[_at] == ')') _at++;
        else Report(start, signLength, $"'{_text.Substring(start, signLength)}' has no ')'");
        _context.Leave();
        _substitutions++;
        word.Add(new ShellSubstitution(_source, start, _at, body, isProcess));
        word.AppendExpansion(_text, start, _at, holdsCommands: true);
    }

    private void ReadBackticks(WordBuilder word, bool isQuoted)
    {
        var start = _at;
        var close = -1;
        var isPlain = true;
        for (var i = _at + 1; i < _end && close < 0 && !_hasNoMoreBackticks; i++)
        {
            if (_text[i] == '`')
            {
                close = i;
            }
            else if (_text[i] == '\\')
            {
                isPlain = false;
                i++;
            }
        }

        if (close < 0)
        {
            if (_end == _text.Length) _hasNoMoreBackticks = true;
            Report(_at, 1, "the backtick is not closed");
            word.Append(_text, _at, ++_at);
            return;
        }

        var inner = new ScriptTextBuilder();
        for (var i = _at + 1; i < close; i++)
        {
            var isEscape = !isPlain && _text[i] == '\\' && i + 1 < close && (_text[i + 1] is '`' or '\\' or '$'
                || (isQuoted && _text[i + 1] == '"'));
            var from = isEscape ? i + 1 : i;
            i = from;
            // Runs without escapes are taken whole.
            while (i + 1 < close && _text[i + 1] != '\\') i++;
            inner.Append(_text, from, i + 1);
        }

        _at = close + 1;
        var script = new ScriptText(_source, inner.GetText(), inner.GetMap(start + 1));
        var body = _context.ReadList(script, _dialect, _modes, opaque: null);
        _substitutions++;
        word.Add(new ShellSubstitution(_source, start, _at, body, isProcess: false));
        word.AppendExpansion(_text, start, _at, holdsCommands: true);
    }

    /// <summary><c>${name...}</c>: the name is taken out, the rest may hold further expansions.</summary>
    private void ReadBraces(WordBuilder word, bool isQuoted)
    {
        var start = _at;
        if (!_context.Enter(_source, _at, 2))
        {
            _at = _end;
            word.AppendExpansion(_text, start, _at, holdsCommands: false);
            return;
        }

        _at += 2;
        if (_at + 1 < _end && _text[_at] is '#' or '!' && _text[_at + 1] != '}') _at++;
        var nameStart = _at;
        while (_at < _end && IsNameCharacter(_text[_at])) _at++;
        if (_at == nameStart && _at < _end && _text[_at] is '@' or '*' or '#' or '?' or '-' or '$' or '!') _at++;
        var nameEnd = _at;
        if (nameEnd == nameStart) Report(start, 2, "'${' names no variable");
        var before = _substitutions;
        word.Muted++;
        var isClosed = ReadToBrace(word, isQuoted);
        word.Muted--;
        _context.Leave();
        if (!isClosed) Report(start, 2, "'${' has no '}'");
        if (nameEnd > nameStart) word.Add(new ShellVariable(_source, start, _at, nameStart, nameEnd, isQuoted));
        word.AppendExpansion(_text, start, _at, _substitutions > before);
    }

    private bool ReadToBrace(WordBuilder word, bool isQuoted)
    {
        while (_at < _end)
        {
            switch (_text[_at])
            {
                case '}':
                    _at++;
                    return true;
                case '\\':
                    _at = Math.Min(_end, _at + 2);
                    break;
                case '\'' when !isQuoted && ReadSingleQuotes(word):
                    break;
                case '"' when ReadDoubleQuotes(word):
                    break;
                case '$' or '`':
                    ReadExpansion(word, isQuoted);
                    break;
                default:
                    _at++;
                    break;
            }
        }

        return false;
    }
}
