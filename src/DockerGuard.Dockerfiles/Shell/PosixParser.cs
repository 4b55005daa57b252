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
    private readonly ScriptText source;
    private readonly string text;
    private readonly ShellDialect dialect;
    private readonly ScriptContext context;
    private readonly Dictionary<int, int>? opaque;
    private readonly List<(ShellRedirection Redirection, bool IsQuoted)> pending = [];
    private ShellModes modes;
    private int at;
    private int end;
    private bool hasNoMoreSingleQuotes;
    private bool hasNoMoreBackticks;

    public PosixParser(ScriptText source, ShellDialect dialect, ScriptContext context, ShellModes modes, int[]? opaqueRanges)
    {
        this.source = source;
        this.dialect = dialect;
        this.context = context;
        this.modes = modes;
        text = source.Text;
        end = text.Length;
        lookAhead = 32L * text.Length;
        if (opaqueRanges is null) return;
        opaque = [];
        for (var i = 0; i < opaqueRanges.Length; i += 2) opaque[opaqueRanges[i]] = opaqueRanges[i + 1];
    }

    public ShellList ReadScript()
    {
        var items = new List<ShellAndOr>();
        while (true)
        {
            ReadItems(items);
            if (at >= end) break;
            SkipUnexpected();
        }
        EndHeredocs();
        return new ShellList(source, 0, text.Length, items);
    }

    private void Report(int start, int length, string message) => context.Report(source, start, Math.Min(length, text.Length - start), message);

    private void SkipUnexpected()
    {
        var length = 1;
        if (!IsDelimiter(text[at]))
            while (at + length < end && !IsDelimiter(text[at + length])) length++;
        else if (at + 1 < end && text[at] == text[at + 1] && text[at] is ';' or '&' or '|') length = 2;
        Report(at, length, $"unexpected '{Sentence.Show(text.Substring(at, length))}'");
        at += length;
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
            if (at >= end) return;
            if (text[at] is '\n') continue;
            if (text[at] is ';' or '&' && !IsAt(";;") && !IsAt(";&"))
            {
                at++;
                continue;
            }
            if (text[at] == '(') SkipUnexpected();
            else return;
        }
    }

    private ShellList ReadList(bool isCondition = false)
    {
        var start = at;
        var items = new List<ShellAndOr>();
        ReadItems(items);
        return items.Count == 0
            ? new ShellList(source, start, start, items, isCondition)
            : new ShellList(source, items[0].Start, items[items.Count - 1].End, items, isCondition);
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
            var sign = at;
            at += 2;
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
        var isBackground = at < end && text[at] == '&';
        return new ShellAndOr(source, first.Start, last.End, pipelines is null ? only : pipelines, isOr is null ? [] : isOr, isBackground);
    }

    private ShellPipeline? ReadPipeline()
    {
        SkipBlanks();
        var start = at;
        var isNegated = false;
        var modesAtStart = modes;
        while (IsKeyword("!"))
        {
            isNegated = !isNegated;
            at++;
            SkipBlanks();
        }
        SkipTimeOfCompound();
        if (ReadCommand() is not { } first)
        {
            if (isNegated) Report(start, 1, "nothing follows '!'");
            return isNegated ? new ShellPipeline(source, start, start + 1, [], isNegated, modesAtStart) : null;
        }
        ShellCommand[] only = [first];
        List<ShellCommand>? commands = null;
        var last = first;
        while (true)
        {
            SkipBlanks();
            if (at >= end || text[at] != '|' || IsAt("||")) break;
            var sign = at++;
            if (at < end && text[at] == '&') at++;
            SkipLines();
            if (ReadCommand() is not { } next)
            {
                Report(sign, at - sign > 1 && text[sign + 1] == '&' ? 2 : 1, "nothing follows '|'");
                break;
            }
            (commands ??= [first]).Add(next);
            last = next;
        }
        var pipeline = new ShellPipeline(source, start, last.End, commands is null ? only : commands, isNegated, modesAtStart);
        if (commands is not null) context.Pipelines.Add(pipeline);
        return pipeline;
    }

    // Before a simple command 'time' is read as one that starts another; before a compound one it says nothing about what runs.
    private void SkipTimeOfCompound()
    {
        if (!IsKeyword("time")) return;
        var back = at;
        at += 4;
        SkipBlanks();
        if (at < end && (text[at] == '(' || PeekKeyword() is not (null or "time"))) return;
        at = back;
    }

    private void SkipBlanks()
    {
        while (at < end)
        {
            var c = text[at];
            if (c is ' ' or '\t') at++;
            else if (c == '\\' && LineBreakAt(at + 1) is var length and > 0) at += 1 + length;
            else if (c == '\r' && at + 1 < end && text[at + 1] == '\n') at++;
            else if (c == '#')
            {
                var newline = text.IndexOf('\n', at, end - at);
                at = newline < 0 ? end : newline;
            }
            else return;
        }
    }

    private void SkipLines()
    {
        while (true)
        {
            SkipBlanks();
            if (at >= end || text[at] != '\n') return;
            at++;
            if (pending.Count > 0) ReadHeredocs();
        }
    }

    private int LineBreakAt(int index)
    {
        if (index < end && text[index] == '\n') return 1;
        return index + 1 < end && text[index] == '\r' && text[index + 1] == '\n' ? 2 : 0;
    }

    private bool IsAt(string sign) => at + sign.Length <= end && string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private bool IsKeyword(string keyword) => at < end && text[at] == keyword[0] && PeekKeyword() == keyword;

    private static readonly string[] Keywords =
        ["!", "{", "}", "[[", "if", "then", "else", "elif", "fi", "for", "do", "done", "while", "until", "case", "esac", "select", "function", "time"];

    /// <summary>The reserved word here, where a command could begin; null when there is none.</summary>
    private string? PeekKeyword()
    {
        if (at >= end || text[at] is not (>= 'c' and <= 'w' or '{' or '}' or '!' or '[')) return null;
        foreach (var keyword in Keywords)
            if (text[at] == keyword[0] && IsAt(keyword) && (at + keyword.Length == end || IsDelimiter(text[at + keyword.Length]))) return keyword;
        return null;
    }

    /// <summary>Whether no further word begins here.</summary>
    private bool EndsWords() => at >= end || (IsDelimiter(text[at]) && !IsLoneReturn() && !IsAt("<(") && !IsAt(">("));

    private static bool IsDelimiter(char c) => c is ' ' or '\t' or '\n' or '\r' or ';' or '&' or '|' or '<' or '>' or '(' or ')';
}
