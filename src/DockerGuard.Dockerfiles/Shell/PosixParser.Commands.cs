using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Simple commands, their assignments and redirections.</summary>
internal sealed partial class PosixParser
{
    private ShellCommand? ReadCommand()
    {
        SkipBlanks();
        if (_at >= _end) return null;
        var c = _text[_at];
        if (c == '(') return ReadParenthesis();
        if (c is '\n' or ';' or '|' or ')' || (c == '&' && !IsRedirection())) return null;
        var keyword = PeekKeyword();
        return keyword switch
        {
            null or "time" or "!" => ReadSimpleCommand(),
            "then" or "else" or "elif" or "fi" or "do" or "done" or "esac" or "}" => null,
            "[[" => ReadTest(),
            _ => ReadCompound(keyword),
        };
    }

    private ShellCommand? ReadSimpleCommand()
    {
        var start = _at;
        var last = _at;
        var place = _context.Reserve();
        var words = _context.RentWords();
        List<ShellAssignment>? assignments = null;
        List<ShellRedirection>? redirections = null;
        while (true)
        {
            SkipBlanks();
            if (_at >= _end) break;
            if (IsRedirection())
            {
                (redirections ??= []).Add(ReadRedirection());
            }
            else if (EndsWords())
            {
                break;
            }
            else if (words.Count == 0 && ReadAssignment() is { } assignment)
            {
                (assignments ??= []).Add(assignment);
            }
            else
            {
                var word = ReadWord();
                words.Add(word);
                if (words.Count == 1 && assignments is null && redirections is null && IsFunctionHead(word))
                {
                    _context.Cancel(place);
                    _context.Return(words);
                    return ReadFunctionBody(start, word);
                }
            }

            last = _at;
        }

        if (last == start)
        {
            _context.Cancel(place);
            _context.Return(words);
            return null;
        }

        var command = Finish(place, start, last, words.ToArray(), assignments, redirections);
        _context.Return(words);
        return command;
    }

    private SimpleCommand Finish(
        int place,
        int start,
        int last,
        ShellWord[] words,
        List<ShellAssignment>? assignments,
        List<ShellRedirection>? redirections)
    {
        var command = new SimpleCommand(
            _source, start, last, _dialect, new ArraySegment<ShellWord>(words),
            assignments is null ? [] : assignments, redirections is null ? [] : redirections);
        foreach (var word in words) word.SetParent(command);
        if (assignments is not null)
        {
            foreach (var assignment in assignments)
            {
                assignment.Parent = command;
                assignment.Value.SetParent(command);
            }
        }

        _context.Complete(place, command);
        if (command.Name == "set") SetModes(command);
        CommandWrappers.Unwrap(command, _context, _modes);
        return command;
    }

    private void SetModes(SimpleCommand command)
    {
        var arguments = command.Arguments;
        for (var i = 0; i < arguments.Count && arguments[i].Value != "--"; i++)
            _modes = _modes.With(arguments[i].Value, i + 1 < arguments.Count ? arguments[i + 1].Value : null);
    }

    private bool IsLoneReturn() => _text[_at] == '\r' && LineBreakAt(_at) == 0;

    private ShellAssignment? ReadAssignment()
    {
        var start = _at;
        var i = _at;
        if (!IsNameStart(_text[i])) return null;
        while (i < _end && IsNameCharacter(_text[i])) i++;
        var nameEnd = i;
        if (i < _end && _text[i] == '[')
        {
            while (i < _end && _text[i] != ']' && !IsDelimiter(_text[i])) i++;
            if (i < _end && _text[i] == ']') i++;
        }

        var isAppend = i + 1 < _end && _text[i] == '+' && _text[i + 1] == '=';
        if (isAppend) i++;
        if (i >= _end || _text[i] != '=') return null;
        _at = i + 1;
        var value = ReadWord();
        return new ShellAssignment(_source, start, _at, _text.Substring(start, nameEnd - start), isAppend, value);
    }

    private static bool IsNameStart(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsNameCharacter(char c) => IsNameStart(c) || c is >= '0' and <= '9';

    private bool IsFunctionHead(ShellWord name)
    {
        if (_at >= _end || name.IsQuoted || !name.IsStatic) return false;
        var i = _at;
        while (i < _end && _text[i] is ' ' or '\t') i++;
        if (i >= _end || _text[i] != '(') return false;
        i++;
        while (i < _end && _text[i] is ' ' or '\t') i++;
        if (i >= _end || _text[i] != ')') return false;
        _at = i + 1;
        return true;
    }

    private bool IsRedirection()
    {
        var i = _at;
        var c = _text[i];
        if (c == '&') return _dialect == ShellDialect.Bash && i + 1 < _end && _text[i + 1] == '>';
        while (i < _end && _text[i] is >= '0' and <= '9') i++;
        if (i >= _end || _text[i] is not ('<' or '>')) return false;
        // <( and >( are words.
        return i > _at || i + 1 >= _end || _text[i + 1] != '(';
    }

    private static readonly string[] Operators =
    [
        "&>>", "&>", "<<<", "<<-", "<<", "<&", "<>", "<", ">>", ">&", ">|", ">",
    ];

    private ShellRedirection ReadRedirection()
    {
        var start = _at;
        int? descriptor = null;
        while (_text[_at] is >= '0' and <= '9')
            descriptor = Math.Min(99999, (descriptor ?? 0) * 10 + _text[_at++] - '0');
        var sign = Array.Find(Operators, IsAt)!;
        _at += sign.Length;
        while (_at < _end && _text[_at] is ' ' or '\t') _at++;
        if (EndsWords())
        {
            Report(start, _at - start, $"nothing follows '{sign}'");
            return new ShellRedirection(_source, start, start + sign.Length, sign, descriptor, null);
        }

        var target = ReadWord();
        var redirection = new ShellRedirection(_source, start, _at, sign, descriptor, target);
        if (sign is "<<" or "<<-") _pending.Add((redirection, target.IsQuoted));
        return redirection;
    }

    private List<ShellRedirection> ReadRedirections()
    {
        var redirections = new List<ShellRedirection>(0);
        while (true)
        {
            SkipBlanks();
            if (_at >= _end || !IsRedirection()) return redirections;
            redirections.Add(ReadRedirection());
        }
    }
}
