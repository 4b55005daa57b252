using System;
using System.Collections.Generic;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>
/// Reads the language of POSIX shells and what bash adds to it (POSIX.1-2024, Shell Command Language).
/// It goes forward only; the one look ahead, for the end of arithmetic, is bounded by the depth limit.
/// </summary>
internal sealed partial class PosixParser
{
    private readonly ScriptText _source;
    private readonly string _text;
    private readonly ShellDialect _dialect;
    private readonly ScriptContext _context;
    private readonly Dictionary<int, int>? _opaque;
    private readonly List<(ShellRedirection Redirection, bool IsQuoted)> _pending = [];
    private ShellModes _modes;
    private int _at;
    private int _end;
    private bool _hasNoMoreSingleQuotes;
    private bool _hasNoMoreBackticks;

    public PosixParser(
        ScriptText source, ShellDialect dialect, ScriptContext context, ShellModes modes, int[]? opaqueRanges)
    {
        _source = source;
        _dialect = dialect;
        _context = context;
        _modes = modes;
        _text = source.Text;
        _end = _text.Length;
        _lookAhead = 32L * _text.Length;
        if (opaqueRanges is null) return;
        _opaque = [];
        for (var i = 0; i < opaqueRanges.Length; i += 2) _opaque[opaqueRanges[i]] = opaqueRanges[i + 1];
    }

    public ShellList ReadScript()
    {
        var items = new List<ShellAndOr>();
        while (true)
        {
            ReadItems(items);
            if (_at >= _end) break;
            SkipUnexpected();
        }

        EndHeredocs();
        return new ShellList(_source, 0, _text.Length, items);
    }

    private void Report(int start, int length, string message) =>
        _context.Report(_source, start, Math.Min(length, _text.Length - start), message);

    private void SkipUnexpected()
    {
        var length = 1;
        if (!IsDelimiter(_text[_at]))
            while (_at + length < _end && !IsDelimiter(_text[_at + length])) length++;
        else if (_at + 1 < _end && _text[_at] == _text[_at + 1] && _text[_at] is ';' or '&' or '|') length = 2;
        Report(_at, length, $"unexpected '{Sentence.Show(_text.Substring(_at, length))}'");
        _at += length;
    }

    /// <summary>Reads statements until something that cannot begin one: the end, a closing word or sign.</summary>
    private void ReadItems(List<ShellAndOr> items)
    {
        while (true)
        {
            SkipLines();
            if (ReadAndOr() is not { } item) return;
            items.Add(item);
            SkipBlanks();
            if (_at >= _end) return;
            if (_text[_at] is '\n') continue;
            if (_text[_at] is ';' or '&' && !IsAt(";;") && !IsAt(";&"))
            {
                _at++;
                continue;
            }

            if (_text[_at] == '(') SkipUnexpected();
            else return;
        }
    }

    private ShellList ReadList(bool isCondition = false)
    {
        var start = _at;
        var items = new List<ShellAndOr>();
        ReadItems(items);
        return items.Count == 0
            ? new ShellList(_source, start, start, items, isCondition)
            : new ShellList(_source, items[0].Start, items[items.Count - 1].End, items, isCondition);
    }

    private ShellAndOr? ReadAndOr()
    {
        if (ReadPipeline() is not { } first) return null;
        ShellPipeline[]? only = [first];
        List<ShellPipeline>? pipelines = null;
        List<bool>? isOr = null;
        var last = first;
        while (true)
        {
            SkipBlanks();
            var or = IsAt("||");
            if (!or && !IsAt("&&")) break;
            var sign = _at;
            _at += 2;
            SkipLines();
            if (ReadPipeline() is not { } next)
            {
                Report(sign, 2, $"nothing follows '{(or ? "||" : "&&")}'");
                break;
            }

            (pipelines ??= [first]).Add(next);
            (isOr ??= []).Add(or);
            last = next;
        }

        var isBackground = _at < _end && _text[_at] == '&';
        return new ShellAndOr(
            _source, first.Start, last.End, pipelines is null
                ? only
                : pipelines, isOr is null ? [] : isOr, isBackground);
    }

    private ShellPipeline? ReadPipeline()
    {
        SkipBlanks();
        var start = _at;
        var isNegated = false;
        var modesAtStart = _modes;
        while (IsKeyword("!"))
        {
            isNegated = !isNegated;
            _at++;
            SkipBlanks();
        }

        SkipTimeOfCompound();
        if (ReadCommand() is not { } first)
        {
            if (isNegated) Report(start, 1, "nothing follows '!'");
            return isNegated ? new ShellPipeline(_source, start, start + 1, [], isNegated, modesAtStart) : null;
        }

        ShellCommand[] only = [first];
        List<ShellCommand>? commands = null;
        var last = first;
        while (true)
        {
            SkipBlanks();
            if (_at >= _end || _text[_at] != '|' || IsAt("||")) break;
            var sign = _at++;
            if (_at < _end && _text[_at] == '&') _at++;
            SkipLines();
            if (ReadCommand() is not { } next)
            {
                Report(sign, _at - sign > 1 && _text[sign + 1] == '&' ? 2 : 1, "nothing follows '|'");
                break;
            }

            (commands ??= [first]).Add(next);
            last = next;
        }

        var pipeline = new ShellPipeline(
            _source, start, last.End, commands is null ? only : commands, isNegated, modesAtStart);
        if (commands is not null) _context.Pipelines.Add(pipeline);
        return pipeline;
    }

    // Before a simple command 'time' is read as one that starts another; before a compound one it says nothing about
    // what runs.
    private void SkipTimeOfCompound()
    {
        if (!IsKeyword("time")) return;
        var back = _at;
        _at += 4;
        SkipBlanks();
        if (_at < _end && (_text[_at] == '(' || PeekKeyword() is not (null or "time"))) return;
        _at = back;
    }

    private void SkipBlanks()
    {
        while (_at < _end)
        {
            var c = _text[_at];
            if (c is ' ' or '\t')
            {
                _at++;
            }
            else if (c == '\\' && LineBreakAt(_at + 1) is var length and > 0)
            {
                _at += 1 + length;
            }
            else if (c == '\r' && _at + 1 < _end && _text[_at + 1] == '\n')
            {
                _at++;
            }
            else if (c == '#')
            {
                var newline = _text.IndexOf('\n', _at, _end - _at);
                _at = newline < 0 ? _end : newline;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipLines()
    {
        while (true)
        {
            SkipBlanks();
            if (_at >= _end || _text[_at] != '\n') return;
            _at++;
            if (_pending.Count > 0) ReadHeredocs();
        }
    }

    private int LineBreakAt(int index)
    {
        if (index < _end && _text[index] == '\n') return 1;
        return index + 1 < _end && _text[index] == '\r' && _text[index + 1] == '\n' ? 2 : 0;
    }

    private bool IsAt(string sign) =>
        _at + sign.Length <= _end && string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    private bool IsKeyword(string keyword) => _at < _end && _text[_at] == keyword[0] && PeekKeyword() == keyword;

    private static readonly string[] Keywords =
        [
            "!", "{", "}", "[[", "if", "then", "else", "elif", "fi", "for", "do", "done", "while", "until", "case",
            "esac", "select", "function", "time",
        ];

    /// <summary>The reserved word here, where a command could begin; null when there is none.</summary>
    private string? PeekKeyword()
    {
        if (_at >= _end || _text[_at] is not (>= 'c' and <= 'w' or '{' or '}' or '!' or '[')) return null;
        foreach (var keyword in Keywords)
        {
            if (_text[_at] == keyword[0]
                && IsAt(keyword)
                && (_at + keyword.Length == _end || IsDelimiter(_text[_at + keyword.Length])))
            {
                return keyword;
            }
        }

        return null;
    }

    /// <summary>Whether no further word begins here.</summary>
    private bool EndsWords() =>
        _at >= _end || (IsDelimiter(_text[_at]) && !IsLoneReturn() && !IsAt("<(") && !IsAt(">("));

    private static bool IsDelimiter(char c) =>
        c is ' ' or '\t' or '\n' or '\r' or ';' or '&' or '|' or '<' or '>' or '(' or ')';
}
