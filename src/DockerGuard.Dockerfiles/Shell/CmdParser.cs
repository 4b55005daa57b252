using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Divides text for Windows' <c>cmd</c> into commands and words.</summary>
internal sealed class CmdParser(ScriptText source, ScriptContext context)
{
    private readonly string text = source.Text;
    private readonly int end = source.Text.Length;
    private int at;
    private int groups;

    public ShellList ReadScript()
    {
        var items = new List<ShellAndOr>();
        while (true)
        {
            ReadItems(items);
            if (at >= end) return new ShellList(source, 0, end, items);
            context.Report(source, at, 1, $"unexpected '{text[at]}'");
            at++;
        }
    }

    private ShellList ReadList()
    {
        var start = at;
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
            while (at < end && (IsBlank(text[at]) || text[at] is '\n' or '&')) at++;
            if (ReadAndOr() is { } item) items.Add(item);
            else if (at >= end || text[at] is not ('\n' or '&')) return;
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
            isOr.Add(text[at] == '|');
            at += 2;
            SkipBlanks();
        }
        if (pipelines.Count == 0) return null;
        while (isOr.Count >= pipelines.Count) isOr.RemoveAt(isOr.Count - 1);
        return new ShellAndOr(source, pipelines[0].Start, pipelines[pipelines.Count - 1].End, pipelines, isOr, isBackground: false);
    }

    private ShellPipeline? ReadPipeline()
    {
        SkipBlanks();
        var start = at;
        var commands = new List<ShellCommand>(1);
        while (ReadCommand() is { } command)
        {
            commands.Add(command);
            SkipBlanks();
            if (at >= end || text[at] != '|' || IsAt("||")) break;
            at++;
        }
        if (commands.Count == 0) return null;
        var pipeline = new ShellPipeline(source, start, commands[commands.Count - 1].End, commands, isNegated: false, default);
        if (commands.Count > 1) context.Pipelines.Add(pipeline);
        return pipeline;
    }

    private ShellCommand? ReadCommand()
    {
        while (at < end && (IsBlank(text[at]) || text[at] == '@')) at++;
        if (at >= end || text[at] is '\n' or '&' or '|' || (text[at] == ')' && groups > 0)) return null;
        if (text[at] == '(') return ReadGroup();
        if (text[at] == ':' || IsWord("rem"))
        {
            var newline = text.IndexOf('\n', at);
            at = newline < 0 ? end : newline;
            return null;
        }
        if (IsWord("if")) return ReadIf();
        return IsWord("for") ? ReadFor() : ReadSimpleCommand();
    }

    private CompoundCommand? ReadGroup()
    {
        var start = at;
        if (!context.Enter(source, at, 1))
        {
            at = end;
            return null;
        }
        at++;
        groups++;
        var list = ReadList();
        groups--;
        SkipBlanks();
        if (at < end && text[at] == ')') at++;
        else context.Report(source, start, 1, "'(' has no ')'");
        context.Leave();
        return new CompoundCommand(source, start, at, ShellCompoundKind.Group, [list], [], []);
    }

    private CompoundCommand? ReadIf()
    {
        var start = at;
        var words = new List<ShellWord> { ReadWord() };
        while (IsWord("not") || (at < end && text[at] == '/')) Add(words);
        var isUnary = IsWord("exist") || IsWord("defined") || IsWord("errorlevel") || IsWord("cmdextversion");
        Add(words);
        var isJoined = !isUnary && words[words.Count - 1].Value.Contains("==");
        if (isUnary) Add(words);
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
        return new CompoundCommand(source, start, Math.Max(at, start), ShellCompoundKind.If, lists, words, []);
    }

    private CompoundCommand? ReadFor()
    {
        var start = at;
        var words = new List<ShellWord> { ReadWord() };
        while (at < end && !IsWord("in") && !IsWord("do") && text[at] != '(' && !EndsWord(text[at])) Add(words);
        if (IsWord("in")) ReadWord();
        SkipBlanks();
        if (at < end && text[at] == '(')
        {
            var close = text.IndexOf(')', at);
            if (close < 0) context.Report(source, at, 1, "'(' has no ')'");
            var setEnd = close < 0 ? end : close + 1;
            words.Add(new ShellWord(source, at, setEnd, hasGlob: true));
            at = setEnd;
        }
        SkipBlanks();
        if (IsWord("do")) ReadWord();
        var lists = new List<ShellList>();
        return ReadBranch(start, lists) ? new CompoundCommand(source, start, at, ShellCompoundKind.For, lists, words, []) : null;
    }

    private bool ReadBranch(int start, List<ShellList> lists)
    {
        if (!context.Enter(source, start, at - start))
        {
            at = end;
            return false;
        }
        SkipBlanks();
        var from = at;
        var item = ReadAndOr();
        lists.Add(item is null ? new ShellList(source, from, from, []) : new ShellList(source, item.Start, item.End, [item]));
        context.Leave();
        SkipBlanks();
        return true;
    }

    private void Add(List<ShellWord> words)
    {
        SkipBlanks();
        if (at < end && !EndsWord(text[at])) words.Add(ReadWord());
        SkipBlanks();
    }

    private SimpleCommand ReadSimpleCommand()
    {
        var start = at;
        var place = context.Reserve();
        var words = new List<ShellWord>();
        var redirections = new List<ShellRedirection>(0);
        while (true)
        {
            SkipBlanks();
            if (at >= end || (EndsWord(text[at]) && text[at] is not ('<' or '>'))) break;
            if (ReadRedirection() is { } redirection) redirections.Add(redirection);
            else words.Add(ReadWord());
        }
        var stop = words.Count > 0 ? words[words.Count - 1].End : start;
        if (redirections.Count > 0) stop = Math.Max(stop, redirections[redirections.Count - 1].End);
        var command = new SimpleCommand(source, start, stop, ShellDialect.Cmd, new ArraySegment<ShellWord>(words.ToArray()), [], redirections);
        context.Complete(place, command);
        CommandWrappers.Unwrap(command, context, default);
        return command;
    }

    private ShellRedirection? ReadRedirection()
    {
        var i = at;
        if (text[i] is >= '0' and <= '9') i++;
        if (i >= end || text[i] is not ('<' or '>')) return null;
        var start = at;
        int? descriptor = i > at ? text[at] - '0' : null;
        var sign = text[i].ToString();
        at = i + 1;
        if (at < end && text[at] == '>' && sign == ">") sign += text[at++];
        if (at < end && text[at] == '&') sign += text[at++];
        var operatorEnd = at;
        SkipBlanks();
        var target = at < end && !EndsWord(text[at]) ? ReadWord() : null;
        return new ShellRedirection(source, start, target?.End ?? operatorEnd, sign, descriptor, target);
    }

    private bool IsAt(string sign) => at + sign.Length <= end && string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private bool IsWord(string word) =>
        at + word.Length <= end && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (at + word.Length == end || IsBlank(text[at + word.Length]) || text[at + word.Length] == '(' || EndsWord(text[at + word.Length]));

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r';

    /// <summary>Whether the character ends a word; a closing parenthesis does so only where one is open.</summary>
    private bool EndsWord(char c) => c is '\n' or '&' or '|' or '<' or '>' || (c == ')' && groups > 0);

    private void SkipBlanks()
    {
        while (at < end && IsBlank(text[at])) at++;
    }

    /// <summary>Reads a word; an opening parenthesis may be part of it.</summary>
    private ShellWord ReadWord()
    {
        var start = at;
        var word = context.Rent();
        while (at < end && !IsBlank(text[at]) && !EndsWord(text[at]))
        {
            var c = text[at];
            if (c == '"') ReadQuotes(word);
            else if (c == '^' && at + 1 < end)
            {
                word.IsQuoted = true;
                word.Append(text, at + 1, at + 2);
                at += 2;
            }
            else if (c is '%' or '!' && ReadVariable(word)) continue;
            else
            {
                word.HasGlob |= c is '*' or '?';
                word.Append(text, at, ++at);
            }
        }
        var result = new ShellWord(source, start, at, word);
        context.Return(word);
        return result;
    }

    // Programs read \" inside quotes as a quote, and so do those who write it.
    private void ReadQuotes(WordBuilder word)
    {
        var open = at++;
        word.IsQuoted = true;
        while (at < end && text[at] != '\n')
        {
            var c = text[at];
            if (c == '"')
            {
                at++;
                return;
            }
            if (c == '\\' && at + 1 < end && text[at + 1] == '"')
            {
                word.Append(text, at + 1, at + 2);
                at += 2;
            }
            else if (c != '%' || !ReadVariable(word)) word.Append(text, at, ++at);
        }
        context.Report(source, open, 1, "the double quote is not closed");
    }

    private bool ReadVariable(WordBuilder word)
    {
        var sign = text[at];
        var stop = at + 1;
        while (stop < end && text[stop] < 0x80 && (char.IsLetterOrDigit(text[stop]) || text[stop] is '_' or '(' or ')' or '.')) stop++;
        if (stop == at + 1 || stop >= end || text[stop] != sign) return false;
        word.Add(new ShellVariable(source, at, stop + 1, at + 1, stop, isQuoted: true));
        word.AppendExpansion(text, at, stop + 1, holdsCommands: false);
        at = stop + 1;
        return true;
    }
}
