using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>
/// Divides PowerShell into pipelines, commands and words. Statements with keywords and expressions are read as far as
/// needed to find the commands inside them.
/// </summary>
internal sealed partial class PowerShellParser
{
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "if", "elseif", "else", "foreach", "for", "while", "do", "until", "switch", "try", "catch", "finally",
        "function", "filter", "param",
        "begin", "process", "end", "trap", "class", "enum",
    };

    private static readonly HashSet<string> Continuations =
        new(StringComparer.OrdinalIgnoreCase) { "elseif", "else", "catch", "finally", "until", "while" };

    private static readonly HashSet<string> Prefixes =
        new(StringComparer.OrdinalIgnoreCase) { "return", "throw", "exit", "break", "continue" };

    private readonly ScriptText _source;
    private readonly string _text;
    private readonly ScriptContext _context;
    private readonly int _end;
    private int _at;

    public PowerShellParser(ScriptText source, ScriptContext context)
    {
        _source = source;
        _context = context;
        _text = source.Text;
        _end = _text.Length;
    }

    public ShellList ReadScript()
    {
        var items = new List<ShellAndOr>();
        while (true)
        {
            ReadStatements(items, isTable: false);
            if (_at >= _end) return new ShellList(_source, 0, _end, items);
            _context.Report(_source, _at, 1, $"unexpected '{_text[_at]}'");
            _at++;
        }
    }

    private ShellList ReadList(bool isTable = false)
    {
        var start = _at;
        var items = new List<ShellAndOr>();
        ReadStatements(items, isTable);
        return items.Count == 0
            ? new ShellList(_source, start, start, items)
            : new ShellList(_source, items[0].Start, items[items.Count - 1].End, items);
    }

    /// <summary>Reads up to a closing sign or the end.</summary>
    private void ReadStatements(List<ShellAndOr> items, bool isTable)
    {
        while (true)
        {
            SkipLines(withSemicolons: true);
            if (_at >= _end || _text[_at] is ')' or '}') return;
            if (isTable) ReadKey(items);
            var before = _at;
            if (ReadAndOr() is { } item) items.Add(item);
            // A lone sign that begins nothing, such as a comma.
            if (_at == before && _at < _end && _text[_at] is not (')' or '}')) _at++;
        }
    }

    /// <summary>The name before an equals sign in a table; it counts only when it runs commands.</summary>
    private void ReadKey(List<ShellAndOr> items)
    {
        var key = ReadWord();
        if (key.Substitutions.Count > 0)
        {
            var statement = new CompoundCommand(
                _source, key.Start, key.End, ShellCompoundKind.Statement, [], [key], []);
            var pipeline = new ShellPipeline(_source, key.Start, key.End, [statement], isNegated: false, default);
            items.Add(new ShellAndOr(_source, key.Start, key.End, [pipeline], [], isBackground: false));
        }

        SkipBlanks();
        if (_at < _end && _text[_at] == '=') _at++;
        SkipLines(withSemicolons: false);
    }

    private ShellAndOr? ReadAndOr()
    {
        var pipelines = new List<ShellPipeline>(1);
        var isOr = new List<bool>(0);
        while (true)
        {
            if (ReadPipeline() is not { } pipeline) break;
            pipelines.Add(pipeline);
            SkipBlanks();
            if (!IsAt("&&") && !IsAt("||")) break;
            isOr.Add(_text[_at] == '|');
            _at += 2;
            SkipLines(withSemicolons: false);
        }

        if (pipelines.Count == 0) return null;
        while (isOr.Count >= pipelines.Count) isOr.RemoveAt(isOr.Count - 1);
        var isBackground = _at < _end && _text[_at] == '&';
        if (isBackground) _at++;
        return new ShellAndOr(
            _source, pipelines[0].Start, pipelines[pipelines.Count - 1].End, pipelines, isOr, isBackground);
    }

    private ShellPipeline? ReadPipeline()
    {
        SkipBlanks();
        var start = _at;
        var commands = new List<ShellCommand>(1);
        while (ReadElement() is { } command)
        {
            commands.Add(command);
            SkipBlanks();
            if (_at >= _end || _text[_at] != '|' || IsAt("||")) break;
            _at++;
            SkipLines(withSemicolons: false);
        }

        if (commands.Count == 0) return null;
        // A pipeline's members run in one process and report errors one by one, so nothing is lost in it.
        var pipeline = new ShellPipeline(
            _source, start, commands[commands.Count - 1].End, commands, isNegated: false, new ShellModes(false, true));
        if (commands.Count > 1) _context.Pipelines.Add(pipeline);
        return pipeline;
    }

    private ShellCommand? ReadElement()
    {
        SkipBlanks();
        if (_at >= _end || (IsEnd(_text[_at]) && !IsCall())) return null;
        var start = _at;
        List<ShellAssignment>? assignments = null;
        while (ReadAssignment() is { } assignment)
        {
            (assignments ??= []).Add(assignment);
            SkipLines(withSemicolons: false);
        }

        if (_at >= _end || (IsEnd(_text[_at]) && !IsCall())) return FinishAssignments(start, assignments);
        if (IsCall())
        {
            _at++;
            SkipBlanks();
            return ReadCommand(start, assignments);
        }

        if (IsExpression(_text[_at])) return ReadExpression(start, assignments);
        if (PeekName() is { } name)
        {
            if (Prefixes.Contains(name))
            {
                _at += name.Length;
                return ReadElementAfterPrefix(start, []);
            }

            if (Keywords.Contains(name)) return ReadKeywordStatement(start);
        }

        return ReadCommand(start, assignments);
    }

    /// <summary>Whether <c>&amp;</c> or <c>.</c> stands here to run what follows, whatever it looks like.</summary>
    private bool IsCall() =>
        _text[_at] is '&' or '.' && _at + 1 < _end && _text[_at + 1] is ' ' or '\t' or '"' or '\'' or '$' or '(' or '{';

    private CompoundCommand ReadElementAfterPrefix(int start, List<ShellWord> words)
    {
        var stop = _at;
        var lists = new List<ShellList>(1);
        SkipBlanks();
        if (_at < _end && !IsEnd(_text[_at]) && _context.Enter(_source, start, stop - start))
        {
            if (ReadAndOr() is { } item)
            {
                lists.Add(new ShellList(_source, item.Start, item.End, [item]));
                stop = item.End;
            }

            _context.Leave();
        }

        return new CompoundCommand(_source, start, stop, ShellCompoundKind.Statement, lists, words, []);
    }

    private SimpleCommand? FinishAssignments(int start, List<ShellAssignment>? assignments) =>
        assignments is null ? null : Finish(_context.Reserve(), start, [], assignments, []);

    private SimpleCommand ReadCommand(int start, List<ShellAssignment>? assignments)
    {
        var place = _context.Reserve();
        var words = new List<ShellWord>();
        var redirections = new List<ShellRedirection>(0);
        while (true)
        {
            SkipBlanks();
            if (_at >= _end || IsEnd(_text[_at])) break;
            if (ReadRedirection() is { } redirection) redirections.Add(redirection);
            else words.Add(ReadWord());
        }

        return Finish(place, start, words, assignments, redirections);
    }

    private SimpleCommand Finish(
        int place,
        int start,
        List<ShellWord> words,
        List<ShellAssignment>? assignments,
        List<ShellRedirection> redirections)
    {
        var stop = start;
        if (assignments is { Count: > 0 }) stop = assignments[assignments.Count - 1].End;
        if (words.Count > 0) stop = Math.Max(stop, words[words.Count - 1].End);
        if (redirections.Count > 0) stop = Math.Max(stop, redirections[redirections.Count - 1].End);
        var command = new SimpleCommand(
            _source, start, stop, ShellDialect.PowerShell, new ArraySegment<ShellWord>(
                words.ToArray()), assignments is null ? [] : assignments, redirections);
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
        CommandWrappers.Unwrap(command, _context, default);
        return command;
    }

    /// <summary>An expression; with assignments before it, its first word is their value.</summary>
    private ShellCommand ReadExpression(int start, List<ShellAssignment>? assignments)
    {
        var place = assignments is null ? -1 : _context.Reserve();
        var words = new List<ShellWord>();
        while (true)
        {
            SkipBlanks();
            if (_at >= _end || IsEnd(_text[_at])) break;
            words.Add(ReadWord());
            // What foreach goes through is a pipeline.
            if (words.Count == 2 && assignments is null && words[1].Value == "in")
                return ReadElementAfterPrefix(start, words);
        }

        if (assignments is null)
        {
            return new CompoundCommand(
                _source, start, words[words.Count - 1].End, ShellCompoundKind.Statement, [], words, []);
        }

        var last = assignments[assignments.Count - 1];
        assignments[assignments.Count - 1] =
            new ShellAssignment(_source, last.Start, words[0].End, last.Name, last.IsAppend, words[0]);
        var command = Finish(place, start, [], assignments, []);
        for (var i = 1; i < words.Count; i++) words[i].SetParent(command);
        return command;
    }

    private CompoundCommand ReadKeywordStatement(int start)
    {
        var words = new List<ShellWord>();
        while (true)
        {
            SkipBlanks();
            if (_at >= _end || IsEnd(_text[_at])) break;
            var isBlock = _text[_at] == '{';
            words.Add(ReadWord());
            if (!isBlock) continue;
            var afterBlock = _at;
            SkipLines(withSemicolons: false);
            if (PeekName() is { } next && Continuations.Contains(next)) continue;
            _at = afterBlock;
            break;
        }

        return new CompoundCommand(
            _source, start, words[words.Count - 1].End, ShellCompoundKind.Statement, [], words, []);
    }
}
