using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Divides text for Windows' <c>cmd</c> into commands and words.</summary>
internal sealed class CmdParser(ScriptText source, ScriptContext context)
{
    private readonly string _text = source.Text;
    private readonly int _end = source.Text.Length;
    private int _at;
    private int _groups;

    public ShellList ReadScript()
    {
        var items = new List<ShellAndOr>();
        while (true)
        {
            ReadItems(items);
            if (_at >= _end) return new ShellList(source, 0, _end, items);
            context.Report(source, _at, 1, $"unexpected '{_text[_at]}'");
            _at++;
        }
    }

    private ShellList ReadList()
    {
        var start = _at;
        var items = new List<ShellAndOr>();
        ReadItems(items);
        return items.Count == 0
            ? new ShellList(source, start, start, items)
            : new ShellList(source, items[0].Start, items[items.Count - 1].End, items);
    }

    private void ReadItems(List<ShellAndOr> items)
    {
        while (true)
        {
            while (_at < _end && (IsBlank(_text[_at]) || _text[_at] is '\n' or '&')) _at++;
            if (ReadAndOr() is { } item) items.Add(item);
            else if (_at >= _end || _text[_at] is not ('\n' or '&')) return;
        }
    }

    private ShellAndOr? ReadAndOr()
    {
        var pipelines = new List<ShellPipeline>(1);
        var isOr = new List<bool>(0);
        while (ReadPipeline() is { } pipeline)
        {
            pipelines.Add(pipeline);
            SkipBlanks();
            if (!IsAt("&&") && !IsAt("||")) break;
            isOr.Add(_text[_at] == '|');
            _at += 2;
            SkipBlanks();
        }

        if (pipelines.Count == 0) return null;
        while (isOr.Count >= pipelines.Count) isOr.RemoveAt(isOr.Count - 1);
        return new ShellAndOr(
            source, pipelines[0].Start, pipelines[pipelines.Count - 1].End, pipelines, isOr, isBackground: false);
    }

    private ShellPipeline? ReadPipeline()
    {
        SkipBlanks();
        var start = _at;
        var commands = new List<ShellCommand>(1);
        while (ReadCommand() is { } command)
        {
            commands.Add(command);
            SkipBlanks();
            if (_at >= _end || _text[_at] != '|' || IsAt("||")) break;
            _at++;
        }

        if (commands.Count == 0) return null;
        var pipeline = new ShellPipeline(
            source, start, commands[commands.Count - 1].End, commands, isNegated: false, default);
        if (commands.Count > 1) context.Pipelines.Add(pipeline);
        return pipeline;
    }

    private ShellCommand? ReadCommand()
    {
        while (_at < _end && (IsBlank(_text[_at]) || _text[_at] == '@')) _at++;
        if (_at >= _end || _text[_at] is '\n' or '&' or '|' || (_text[_at] == ')' && _groups > 0)) return null;
        if (_text[_at] == '(') return ReadGroup();
        if (_text[_at] == ':' || IsWord("rem"))
        {
            var newline = _text.IndexOf('\n', _at);
            _at = newline < 0 ? _end : newline;
            return null;
        }

        if (IsWord("if")) return ReadIf();
        return IsWord("for") ? ReadFor() : ReadSimpleCommand();
    }

    private CompoundCommand? ReadGroup()
    {
        var start = _at;
        if (!context.Enter(source, _at, 1))
        {
            _at = _end;
            return null;
        }

        _at++;
        _groups++;
        var list = ReadList();
        _groups--;
        SkipBlanks();
        if (_at < _end && _text[_at] == ')') _at++;
        else context.Report(source, start, 1, "'(' has no ')'");
        context.Leave();
        return new CompoundCommand(source, start, _at, ShellCompoundKind.Group, [list], [], []);
    }

    private CompoundCommand? ReadIf()
    {
        var start = _at;
        var words = new List<ShellWord> { ReadWord() };
        while (IsWord("not") || (_at < _end && _text[_at] == '/')) Add(words);
        var isUnary = IsWord("exist") || IsWord("defined") || IsWord("errorlevel") || IsWord("cmdextversion");
        Add(words);
        var isJoined = !isUnary && words[words.Count - 1].Value.Contains("==");
        if (isUnary)
        {
            Add(words);
        }
        else if (!isJoined || words[words.Count - 1].Value.EndsWith("==", StringComparison.Ordinal))
        {
            if (!isJoined) Add(words);
            Add(words);
        }

        var lists = new List<ShellList>();
        if (!ReadBranch(start, lists)) return null;
        if (IsWord("else"))
        {
            ReadWord();
            ReadBranch(start, lists);
        }

        return new CompoundCommand(source, start, Math.Max(_at, start), ShellCompoundKind.If, lists, words, []);
    }

    private CompoundCommand? ReadFor()
    {
        var start = _at;
        var words = new List<ShellWord> { ReadWord() };
        while (_at < _end && !IsWord("in") && !IsWord("do") && _text[_at] != '(' && !EndsWord(_text[_at])) Add(words);
        if (IsWord("in")) ReadWord();
        SkipBlanks();
        if (_at < _end && _text[_at] == '(')
        {
            var close = _text.IndexOf(')', _at);
            if (close < 0) context.Report(source, _at, 1, "'(' has no ')'");
            var setEnd = close < 0 ? _end : close + 1;
            words.Add(new ShellWord(source, _at, setEnd, hasGlob: true));
            _at = setEnd;
        }

        SkipBlanks();
        if (IsWord("do")) ReadWord();
        var lists = new List<ShellList>();
        return ReadBranch(start, lists)
            ? new CompoundCommand(source, start, _at, ShellCompoundKind.For, lists, words, [])
            : null;
    }

    private bool ReadBranch(int start, List<ShellList> lists)
    {
        if (!context.Enter(source, start, _at - start))
        {
            _at = _end;
            return false;
        }

        SkipBlanks();
        var from = _at;
        var item = ReadAndOr();
        lists.Add(
            item is null ? new ShellList(source, from, from, []) : new ShellList(source, item.Start, item.End, [item]));
        context.Leave();
        SkipBlanks();
        return true;
    }

    private void Add(List<ShellWord> words)
    {
        SkipBlanks();
        if (_at < _end && !EndsWord(_text[_at])) words.Add(ReadWord());
        SkipBlanks();
    }

    private SimpleCommand ReadSimpleCommand()
    {
        var start = _at;
        var place = context.Reserve();
        var words = new List<ShellWord>();
        var redirections = new List<ShellRedirection>(0);
        while (true)
        {
            SkipBlanks();
            if (_at >= _end || (EndsWord(_text[_at]) && _text[_at] is not ('<' or '>'))) break;
            if (ReadRedirection() is { } redirection) redirections.Add(redirection);
            else words.Add(ReadWord());
        }

        var stop = words.Count > 0 ? words[words.Count - 1].End : start;
        if (redirections.Count > 0) stop = Math.Max(stop, redirections[redirections.Count - 1].End);
        var command = new SimpleCommand(
            source, start, stop, ShellDialect.Cmd, new ArraySegment<ShellWord>(words.ToArray()), [], redirections);
        context.Complete(place, command);
        CommandWrappers.Unwrap(command, context, default);
        return command;
    }

    private ShellRedirection? ReadRedirection()
    {
        var i = _at;
        if (_text[i] is >= '0' and <= '9') i++;
        if (i >= _end || _text[i] is not ('<' or '>')) return null;
        var start = _at;
        int? descriptor = i > _at ? _text[_at] - '0' : null;
        var sign = _text[i].ToString();
        _at = i + 1;
        if (_at < _end && _text[_at] == '>' && sign == ">") sign += _text[_at++];
        if (_at < _end && _text[_at] == '&') sign += _text[_at++];
        var operatorEnd = _at;
        SkipBlanks();
        var target = _at < _end && !EndsWord(_text[_at]) ? ReadWord() : null;
        return new ShellRedirection(source, start, target?.End ?? operatorEnd, sign, descriptor, target);
    }

    private bool IsAt(string sign) =>
        _at + sign.Length <= _end && string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    private bool IsWord(string word) =>
        _at + word.Length <= _end
        && string.Compare(_text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (_at + word.Length == _end
            || IsBlank(_text[_at + word.Length])
            || _text[_at + word.Length] == '('
            || EndsWord(_text[_at + word.Length]));

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r';

    /// <summary>Whether the character ends a word; a closing parenthesis does so only where one is open.</summary>
    private bool EndsWord(char c) => c is '\n' or '&' or '|' or '<' or '>' || (c == ')' && _groups > 0);

    private void SkipBlanks()
    {
        while (_at < _end && IsBlank(_text[_at])) _at++;
    }

    /// <summary>Reads a word; an opening parenthesis may be part of it.</summary>
    private ShellWord ReadWord()
    {
        var start = _at;
        var word = context.Rent();
        while (_at < _end && !IsBlank(_text[_at]) && !EndsWord(_text[_at]))
        {
            var c = _text[_at];
            if (c == '"')
            {
                ReadQuotes(word);
            }
            else if (c == '^' && _at + 1 < _end)
            {
                word.IsQuoted = true;
                word.Append(_text, _at + 1, _at + 2);
                _at += 2;
            }
            else if (c is '%' or '!' && ReadVariable(word))
            {
                continue;
            }
            else
            {
                word.HasGlob |= c is '*' or '?';
                word.Append(_text, _at, ++_at);
            }
        }

        var result = new ShellWord(source, start, _at, word);
        context.Return(word);
        return result;
    }

    // Programs read \" inside quotes as a quote, and so do those who write it.
    private void ReadQuotes(WordBuilder word)
    {
        var open = _at++;
        word.IsQuoted = true;
        while (_at < _end && _text[_at] != '\n')
        {
            var c = _text[_at];
            if (c == '"')
            {
                _at++;
                return;
            }

            if (c == '\\' && _at + 1 < _end && _text[_at + 1] == '"')
            {
                word.Append(_text, _at + 1, _at + 2);
                _at += 2;
            }
            else if (c != '%' || !ReadVariable(word))
            {
                word.Append(_text, _at, ++_at);
            }
        }

        context.Report(source, open, 1, "the double quote is not closed");
    }

    private bool ReadVariable(WordBuilder word)
    {
        var sign = _text[_at];
        var stop = _at + 1;
        while (stop < _end
            && _text[stop] < 0x80
            && (char.IsLetterOrDigit(_text[stop]) || _text[stop] is '_' or '(' or ')' or '.'))
        {
            stop++;
        }

        if (stop == _at + 1 || stop >= _end || _text[stop] != sign) return false;
        word.Add(new ShellVariable(source, _at, stop + 1, _at + 1, stop, isQuoted: true));
        word.AppendExpansion(_text, _at, stop + 1, holdsCommands: false);
        _at = stop + 1;
        return true;
    }
}
